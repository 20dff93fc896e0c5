package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What must not be taken, and when somebody must not be asked yet, over HTTP. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ReviewInputScenarios extends ReviewSteps {
  private static final String SETTINGS = "/admin/post-purchase-review-settings/1";
  private static final Pattern PHOTO = Pattern.compile("src=\"\\?photo=(\\w+)\"");

  ReviewInputScenarios(URI shop) {
    super(shop);
  }

  private HttpResponse<String> upload(String form, String line, Map<String, byte[]> files) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("do", "save");
    fields.put("line", line);
    fields.put("stars", "4");
    fields.put("body", "With a picture");
    return stranger.upload(form, fields, "photo", files);
  }

  @Test
  void v12_photos_that_are_none_or_too_many_are_refused_by_name_with_nothing_kept()
      throws IOException {
    String form = link(asked("pia"));
    String line = lines(form).get(0);
    Map<String, byte[]> refused = new LinkedHashMap<>();
    refused.put("IMG_1.heic", latin("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"));
    refused.put("logo.svg", latin("<svg xmlns='http://www.w3.org/2000/svg'/>"));
    refused.put("bomb.png", bomb());
    refused.put("huge.jpg", new byte[50 * 1024 * 1024]);
    refused.put("cut.jpg", Arrays.copyOf(image("jpeg", 300, 200), 60));
    Map<String, String> words = new HashMap<>();
    words.put("IMG_1.heic", "neither JPEG nor PNG");
    words.put("logo.svg", "neither JPEG nor PNG");
    words.put("bomb.png", "more than 40 megapixels");
    words.put("huge.jpg", "larger than 12 MB");
    words.put("cut.jpg", "cannot be read");
    refused.forEach(
        (name, content) -> {
          HttpResponse<String> answer = upload(form, line, Map.of(name, content));
          assertThat(answer.statusCode()).as(name).isEqualTo(422);
          assertThat(answer.body()).contains(name, words.get(name), "With a picture");
        });
    Map<String, byte[]> thirty = new LinkedHashMap<>();
    for (int i = 0; i < 30; i++) {
      thirty.put("p" + i + ".png", png(20 + i, 20));
    }
    HttpResponse<String> many = upload(form, line, thirty);
    assertThat(many.statusCode()).isEqualTo(422);
    assertThat(many.body()).contains("up to 5 photos");
    assertThat(queue("pia")).isEmpty();
    assertThat(stranger.get(form).body()).doesNotContain("?photo=");

    assertThat(
            upload(form, line, Map.of("K\u00fcche \ud83c\udf89.png", png(300, 200))).statusCode())
        .isEqualTo(303);
    Matcher kept = PHOTO.matcher(stranger.get(form).body());
    assertThat(kept.find()).isTrue();
    assertThat(stranger.get(photo(kept, "-large.jpg")))
        .as("seen by nobody before it is published")
        .extracting(HttpResponse::statusCode)
        .isEqualTo(404);
  }

  @Test
  void a_photo_is_ten_minutes_in_caches_at_most_and_gone_from_the_shop_with_its_review()
      throws IOException {
    String form = link(asked("ines"));
    String line = lines(form).get(0);
    assertThat(upload(form, line, Map.of("pot.png", png(300, 200))).statusCode()).isEqualTo(303);
    String own = stranger.get(form).body();
    Matcher kept = PHOTO.matcher(own);
    assertThat(kept.find()).isTrue();
    Merchant merchant = Merchant.signIn(shop, "admin");
    act(merchant, queue("ines").get(0), "publish", Map.of());
    List<String> sizes = List.of("-large.jpg", "-small.jpg");
    for (String size : sizes) {
      HttpResponse<String> shown = stranger.get(photo(kept, size));
      assertThat(shown.statusCode()).as(size).isEqualTo(200);
      assertThat(shown.headers().firstValue("Cache-Control")).hasValue("public, max-age=600");
      assertThat(shown.headers().firstValue("Set-Cookie")).isEmpty();
    }
    Matcher review = Pattern.compile("name=\"review\" value=\"(\\d+)\"").matcher(own);
    assertThat(review.find()).isTrue();
    Map<String, String> off = Map.of("do", "withdraw", "line", line, "review", review.group(1));
    assertThat(stranger.post(form, off).statusCode()).isEqualTo(303);
    for (String size : sizes) {
      HttpResponse<String> gone = stranger.get(photo(kept, size));
      assertThat(gone.statusCode()).as(size).isEqualTo(404);
      assertThat(gone.headers().firstValue("Cache-Control")).hasValue("no-cache");
    }
  }

  private static String photo(Matcher kept, String size) {
    return "/post-purchase/review-photo/" + kept.group(1) + size;
  }

  @Test
  void v7_links_of_another_purpose_person_or_time_open_nothing() {
    Mail mail = asked("nele");
    String form = link(mail);
    String line = lines(form).get(0);
    String others = link(asked("nils"));
    assertThat(send(form, lines(others).get(0), "1", "Not mine").statusCode()).isEqualTo(422);
    String token = form.substring(FORM.length());
    int middle = token.length() / 2;
    char other = token.charAt(middle) == 'x' ? 'y' : 'x';
    List<String> tampered =
        List.of(
            token.substring(0, middle) + other + token.substring(middle + 1),
            token.substring(0, token.length() - 1),
            others.substring(FORM.length()).split("\\.")[0] + "." + token.split("\\.", 2)[1] + "A",
            "..%2f..%2fetc",
            "%00",
            "r");
    for (String bad : tampered) {
      assertThat(stranger.get(FORM + bad).statusCode()).as(bad).isBetween(400, 404);
      assertThat(send(FORM + bad, line, "1", "x").statusCode()).as(bad).isBetween(400, 404);
    }
    for (String link : mail.links()) {
      Matcher foreign =
          Pattern.compile("/post-purchase/(unsubscribe|preferences|help)/([^?#]+)").matcher(link);
      if (foreign.find()) {
        assertThat(stranger.get(FORM + foreign.group(2)).statusCode()).as(link).isEqualTo(400);
        assertThat(stranger.get("/post-purchase/" + foreign.group(1) + "/" + token).statusCode())
            .as("the other way round")
            .isBetween(400, 499);
      }
    }
    assertThat(queue("nele")).isEmpty();

    send(form, line, "2", "\u202e<script>alert(1)</script>\u0634\u0627\u064a");
    send(form, line, "2", "\u202e<script>alert(1)</script>\u0634\u0627\u064a");
    assertThat(queue("nele")).as("the link used twice is one review").hasSize(1);
    String page = stranger.get(form).body();
    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;\u0634\u0627\u064a")
        .doesNotContain("<script>alert", "\u202e");
    stranger.waits("P46D");
    assertThat(send(form, line, "5", "Written after the end").statusCode()).isEqualTo(410);
    assertThat(Merchant.signIn(shop, "admin").get(queue("nele").get(0)).body())
        .doesNotContain("Written after the end");
  }

  @Test
  void the_request_waits_for_the_days_of_the_category_and_the_page_names_its_number() {
    Merchant merchant = Merchant.signIn(shop, "admin");
    Map<String, String> before = merchant.form(SETTINGS);
    assertThat(merchant.get(SETTINGS).body()).contains("<b>20</b>", "Brewing");
    try {
      save(merchant, "20=2");
      assertThat(merchant.form(SETTINGS).get(Merchant.field("categoryDays")))
          .as("less than 3 days")
          .isEqualTo(before.get(Merchant.field("categoryDays")));
      save(merchant, "20=21");
      Buyer buyer = new Buyer(shop, "celia");
      String number = buyer.buys(true);
      buyer.receives(number);
      buyer.waits("P11D");
      assertThat(buyer.mails()).noneMatch(mail -> mail.html.contains(FORM));
      assertThat(merchant.get("/admin/post-purchase-messages/order?number=" + number).body())
          .contains("has not had the products long enough");
      buyer.waits("P11D");
      assertThat(buyer.mails()).anyMatch(mail -> mail.html.contains(FORM));
    } finally {
      save(merchant, before.getOrDefault(Merchant.field("categoryDays"), ""));
    }
  }

  private static void save(Merchant merchant, String categoryDays) {
    Map<String, String> form = new HashMap<>(merchant.form(SETTINGS));
    form.put(Merchant.field("categoryDays"), categoryDays);
    merchant.post(SETTINGS, form);
  }

  @Test
  void v13_nothing_is_told_to_search_engines_before_a_review_is_shown() {
    String page = stranger.get("/furniture/step-stool").body();
    assertThat(page).contains("pp-reviews").doesNotContain("aggregateRating", "ld+json");
  }

  @Test
  void products_are_reported_by_what_their_buyers_say_and_do() {
    String form = link(asked("greta"));
    send(form, lines(form).get(0), "2", "Drips beside the cup");
    Merchant merchant = Merchant.signIn(shop, "admin");
    act(merchant, queue("greta").get(0), "publish", Map.of());
    String report = merchant.get("/admin/post-purchase-reviews/products").body();
    assertThat(report).contains("Stoneware Dripper", "Most bad reviews");
    assertThat(report).containsPattern("Stoneware Dripper[\\s\\S]*?of 5 \\(\\d+\\)");
    assertThat(merchant.get("/admin/post-purchase-reviews/products?by=SENT_BACK&page=99").body())
        .contains("Stoneware Dripper");
    assertThat(stranger.get("/admin/post-purchase-reviews/products").body())
        .doesNotContain("Most bad reviews");
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] png(int width, int height) throws IOException {
    return image("png", width, height);
  }

  private static byte[] image(String format, int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.createGraphics().fillOval(0, 0, width, height);
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  /** A picture of 60,000 by 60,000, in some sixty bytes. */
  private static byte[] bomb() {
    ByteBuffer header = ByteBuffer.allocate(17);
    header.put(latin("IHDR")).putInt(60_000).putInt(60_000).put(new byte[] {8, 2, 0, 0, 0});
    CRC32 sum = new CRC32();
    sum.update(header.array());
    ByteBuffer file = ByteBuffer.allocate(33);
    file.put(latin("\u0089PNG\r\n\u001a\n")).putInt(13).put(header.array());
    return file.putInt((int) sum.getValue()).array();
  }
}
