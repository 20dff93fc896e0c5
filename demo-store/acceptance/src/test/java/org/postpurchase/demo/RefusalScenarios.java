package org.postpurchase.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Segments and series that cannot work, typed into the admin by whoever gets past its forms. */
abstract class RefusalScenarios {
  private static final String SEGMENTS = "/admin/post-purchase-segments";

  private final URI shop;

  RefusalScenarios(URI shop) {
    this.shop = shop;
  }

  @Test
  void segments_that_mean_nothing_are_refused_in_words_and_nothing_is_lost() {
    Merchant merchant = Merchant.signIn(shop, "admin");
    String before = rows(merchant);
    String gone = leaf("CATEGORY", "BOUGHT", "987654");
    refused(merchant, gone, "The category '987654' is not in the catalogue any more.");
    refused(merchant, leaf("SHOE_SIZE", "AT_LEAST", "41"), "There is no fact called 'SHOE_SIZE'.");
    String deep = "{\"not\":".repeat(50) + leaf("ORDERS", "AT_LEAST", "1") + "}".repeat(50);
    refused(merchant, deep, "Groups are nested too deeply: 8 levels are possible.");
    refused(
        merchant,
        leaf("COUNTRY", "IS", "AT' or '1'='1"),
        "'Country (such as AT)' cannot be compared with 'AT' or '1'='1'.");
    refused(
        merchant,
        leaf("ORDERS", "AT_LEAST", "1); drop table PP_PERSON"),
        "'Number of orders' cannot be compared with '1); drop table PP_PERSON'.");
    assertThat(rows(merchant)).as("the list of segments").isEqualTo(before);
    String german =
        merchant
            .post(
                SEGMENTS + "/save?blLocaleCode=de",
                Map.of("name", "Weg", "active", "true", "conditions", gone))
            .body();
    merchant.get(SEGMENTS + "?blLocaleCode=en");
    assertThat(plain(german)).contains("Die Kategorie '987654'");
  }

  private void refused(Merchant merchant, String conditions, String words) {
    HttpResponse<String> answer =
        merchant.post(
            SEGMENTS + "/save",
            Map.of("name", "My segment", "active", "true", "conditions", conditions));
    assertThat(plain(answer.body()))
        .as(conditions)
        .contains(words)
        .as("what was typed")
        .contains("My segment");
  }

  private static String leaf(String field, String is, String value) {
    return "{\"field\":\"" + field + "\",\"is\":\"" + is + "\",\"value\":\"" + value + "\"}";
  }

  private static String rows(Merchant merchant) {
    Matcher links =
        Pattern.compile("post-purchase-segments/\\d+").matcher(merchant.get(SEGMENTS).body());
    StringBuilder all = new StringBuilder();
    while (links.find()) {
      all.append(links.group()).append(' ');
    }
    return all.toString();
  }

  @Test
  void a_series_that_waits_for_itself_and_a_branch_without_an_end_are_refused_in_words() {
    Merchant merchant = Merchant.signIn(shop, "admin");
    merchant.post("/admin/post-purchase-presets/care-tips/use", Map.of());
    String series = merchant.series("Care tips");
    String design = series.replace("post-purchase-series", "post-purchase-designer");
    refusedSeries(
        merchant,
        design,
        form -> form.replaceFirst("\"endsOn\":\"[^\"]*\"", "\"endsOn\":\"ANY_ORDER\""),
        "it would wait for itself");
    refusedSeries(
        merchant,
        design,
        form ->
            form.replaceFirst("\"kind\":\"MESSAGE\"", "\"kind\":\"BRANCH\"")
                .replaceFirst("\"condition\":\"ALWAYS\"", "\"condition\":\"REVIEW_OPEN\""),
        "No step follows on either way");
    assertThat(merchant.form(series).get(Merchant.field("status"))).isEqualTo("DRAFT");
  }

  private void refusedSeries(
      Merchant merchant, String design, UnaryOperator<String> change, String words) {
    String page = merchant.get(design).body();
    Matcher form = Pattern.compile("data-form=\"([^\"]*)\"").matcher(page);
    Matcher edition = Pattern.compile("name=\"edition\" value=\"(\\d+)\"").matcher(page);
    assertThat(form.find() && edition.find()).as(page).isTrue();
    String changed = change.apply(plain(form.group(1)));
    assertThat(changed).as("a change").isNotEqualTo(plain(form.group(1)));
    String answer =
        merchant
            .post(
                design + "/save",
                Map.of("edition", edition.group(1), "status", "ACTIVE", "design", changed))
            .body();
    assertThat(plain(answer)).as(changed).contains(words);
  }

  private static String plain(String html) {
    return html.replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("\\u0027", "'")
        .replace("&amp;", "&");
  }
}
