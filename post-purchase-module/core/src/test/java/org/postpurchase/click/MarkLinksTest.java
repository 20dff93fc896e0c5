package org.postpurchase.click;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postpurchase.shared.Shop;
import org.postpurchase.testkit.Seed;

/** Links of a mail are marked so that they lead where they did, and nothing else is touched. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MarkLinksTest {
  private static final MarkLinks MARKS = marks("https://shop.example");

  private static MarkLinks marks(String url) {
    return new MarkLinks(
        new Shop("Shop", url, "a@shop.example", Locale.UK, ZoneId.of("UTC")),
        MeasureClicks.UNTOUCHED);
  }

  private static String marked(String html) {
    return MARKS.marked(html, link -> "T" + link);
  }

  /**
   * The shapes that other products have broken: fragments (pimcore 1324, mail-tracker 120),
   * references (mautic 13858, restrict-content-pro 1585), addresses within addresses (sendgrid docs
   * 3416).
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "https://shop.example | https://shop.example?pp_click=T1",
        "https://shop.example/ | https://shop.example/?pp_click=T1",
        "https://shop.example/tea#top | https://shop.example/tea?pp_click=T1#top",
        "https://shop.example/tea?a=b | https://shop.example/tea?a=b&amp;pp_click=T1",
        "https://shop.example/tea?a=b&amp;c=d#x |"
            + " https://shop.example/tea?a=b&amp;c=d&amp;pp_click=T1#x",
        "https://shop.example/tea?a=b&c=d | https://shop.example/tea?a=b&c=d&amp;pp_click=T1",
        "https://shop.example/tea? | https://shop.example/tea?pp_click=T1",
        "https://shop.example/tea?a=b&amp; | https://shop.example/tea?a=b&amp;pp_click=T1",
        "https://shop.example/a%20b?q=%26%3D%23%25 |"
            + " https://shop.example/a%20b?q=%26%3D%23%25&amp;pp_click=T1",
        "https://shop.example/tea?q=it&#39;s | https://shop.example/tea?q=it&#39;s&amp;pp_click=T1",
        "https://shop.example/tea&#35;x | https://shop.example/tea?pp_click=T1&#35;x",
        "https://shop.example/#/spa/route?x=1 | https://shop.example/?pp_click=T1#/spa/route?x=1",
        "https://shop.example/share?id=1&amp;href=https://shop.example/x |"
            + " https://shop.example/share?id=1&amp;href=https://shop.example/x&amp;pp_click=T1",
        "https://shop.example/pay?payment=F0&#038;key=d0 |"
            + " https://shop.example/pay?payment=F0&#038;key=d0&amp;pp_click=T1",
        "HTTPS://SHOP.EXAMPLE/tea | HTTPS://SHOP.EXAMPLE/tea?pp_click=T1",
        "https://shop.example:443/tea | https://shop.example:443/tea?pp_click=T1",
        "https://shop.example/post-purchase/review/v.1.2.abc |"
            + " https://shop.example/post-purchase/review/v.1.2.abc?pp_click=T1",
      })
  void a_link_to_the_shop_gets_one_parameter(String before, String after) {
    assertThat(marked("<a href=\"" + before + "\">x</a>"))
        .isEqualTo("<a href=\"" + after + "\">x</a>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://other.example/",
        "https://shop.example.evil.example/",
        "https://shop.example@evil.example/",
        "https://user:pw@shop.example/",
        "https://shop.example:8443/",
        "//shop.example/tea",
        "/tea",
        "#top",
        "mailto:a@shop.example",
        "tel:+4930123",
        "javascript:alert(1)",
        "https://shop.example/{open}",
        "https://shop.example/a b",
        "https://shop.example/?pp_click=other",
        "https://shop.example/post-purchase/unsubscribe/su.x",
        "https://shop.example/post-purchase/preferences/se.x",
        "https://shop.example/post-purchase/confirm/sk.x",
        "https://shop.example/post-purchase/friend/ADA-1",
      })
  void every_other_address_stays_as_it_is(String address) {
    String html = "<p><a href=\"" + address + "\">x</a></p>";
    assertThat(marked(html)).isEqualTo(html);
  }

  @Test
  void only_anchors_outside_of_comments_and_styles_are_links() {
    String untouched =
        "<!--[if mso]><v:roundrect href=\"https://shop.example/\"></v:roundrect><a"
            + " href=\"https://shop.example/\"><![endif]--><style>a[href=\"https://shop.example/\"]{}</style><img"
            + " src=\"https://shop.example/i.png\"><link href=\"https://shop.example/s.css\"><p"
            + " data-x=\"<a href='\">https://shop.example/ plain</p><abbr"
            + " href=\"https://shop.example/\">x</abbr>";
    assertThat(marked(untouched)).isEqualTo(untouched);
    assertThat(
            marked(
                "<A class='b' data-href=\"https://shop.example/no\" title=\"a > b\"\n HREF ="
                    + " 'https://shop.example/1' style=x>1</A><a href=https://shop.example/2>2</a>"
                    + "<area shape=rect href=\" https://shop.example/3 \">"))
        .isEqualTo(
            "<A class='b' data-href=\"https://shop.example/no\" title=\"a > b\"\n HREF ="
                + " 'https://shop.example/1?pp_click=T1' style=x>1</A><a"
                + " href=https://shop.example/2?pp_click=T2>2</a>"
                + "<area shape=rect href=\" https://shop.example/3?pp_click=T3 \">");
  }

  @Test
  void a_shop_below_a_path_or_with_a_name_in_other_letters_knows_its_own_pages() {
    assertThat(
            marks("https://host.example/shop")
                .marked(
                    "<a href=\"https://host.example/shop/tea\"></a><a"
                        + " href=\"https://host.example/blog\"></a><a"
                        + " href=\"https://host.example/shop/post-purchase/unsubscribe/x\"></a>",
                    link -> "T" + link))
        .isEqualTo(
            "<a href=\"https://host.example/shop/tea?pp_click=T1\"></a><a"
                + " href=\"https://host.example/blog\"></a><a"
                + " href=\"https://host.example/shop/post-purchase/unsubscribe/x\"></a>");
    assertThat(
            marks("https://xn--mhle-0ra.example")
                .marked("<a href=\"https://m\u00fchle.example/tea\"></a>", link -> "T"))
        .contains("tea?pp_click=T");
  }

  @Test
  void the_target_of_a_link_is_its_path_without_query_and_tokens() {
    String html =
        "<a href=\"https://other.example/\"></a><a"
            + " href=\"https://shop.example/tea/green?a=b#c\"></a><a"
            + " href=\"https://shop.example/post-purchase/review/v.1.2.secret\"></a><a"
            + " href=\"https://shop.example\"></a>";
    assertThat(MARKS.target(html, 1)).isEqualTo("/tea/green");
    assertThat(MARKS.target(html, 2)).isEqualTo("/post-purchase/review");
    assertThat(MARKS.target(html, 3)).isEqualTo("/");
    assertThat(MARKS.target(html, 4)).isEmpty();
    assertThat(MARKS.target(MARKS.marked(html, link -> "T"), 1)).as("marked ones").isEmpty();
  }

  @Test
  void no_more_than_the_token_can_count_are_marked() {
    StringBuilder html = new StringBuilder();
    for (int i = 1; i <= 70; i++) {
      html.append("<a href=\"https://shop.example/").append(i).append("\"></a>");
    }
    assertThat(marked(html.toString()))
        .contains("/63?pp_click=T63\"")
        .contains("/64\"")
        .doesNotContain("T64");
  }

  /** Whatever the markup: taking the parameters out again gives the mail as it was. */
  @Test
  void random_markup_loses_nothing() {
    long seed = Seed.drawn();
    Random random = new Random(seed);
    String[] pieces = {
      "<a ",
      "<A\n",
      "<area ",
      "href=",
      "HREF = ",
      "\"",
      "'",
      ">",
      "</a>",
      "<!--",
      "-->",
      "<style>",
      "</style>",
      "https://shop.example",
      "/tea",
      "?a=b",
      "&amp;",
      "&",
      "#x",
      "&#35;",
      "&#39;",
      " ",
      "x",
      "class=\"b\" ",
      "data-href='",
      "=",
      "/",
      "<",
      "https://other.example/",
      "\u00e9",
      "%20"
    };
    for (int round = 0; round < 20_000; round++) {
      StringBuilder html = new StringBuilder();
      int length = random.nextInt(14);
      for (int i = 0; i < length; i++) {
        html.append(pieces[random.nextInt(pieces.length)]);
      }
      List<Integer> links = new ArrayList<>();
      String after =
          MARKS.marked(
              html.toString(),
              link -> {
                links.add(link);
                return "@@";
              });
      String back = after.replaceAll("(\\?|&amp;)?pp_click=@@", "");
      String plain = html.toString().replaceAll("(\\?|&amp;)(?=[\"'#\\s>&]|$)", "");
      assertThat(back.replaceAll("(\\?|&amp;)(?=[\"'#\\s>&]|$)", ""))
          .as("seed %d: %s", seed, html)
          .isEqualTo(plain);
      for (int i = 0; i < links.size(); i++) {
        assertThat(links.get(i)).isEqualTo(i + 1);
      }
    }
  }
}
