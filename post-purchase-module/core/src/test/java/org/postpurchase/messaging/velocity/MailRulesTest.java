package org.postpurchase.messaging.velocity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.messaging.Renderer;
import org.postpurchase.messaging.TemplateRefusedException;

/** What an author's layout must keep to, and what happens to data that would break it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MailRulesTest {
  private final Renderer renderer = VelocityModule.renderer();

  @Test
  void html_that_mail_clients_would_cut_off_is_refused() {
    assertThatCode(() -> html("x".repeat(102 * 1024 - 1))).doesNotThrowAnyException();
    assertThatThrownBy(() -> html("x".repeat(102 * 1024)))
        .isInstanceOf(TemplateRefusedException.class)
        .hasMessageContaining("104448 bytes");
    assertThatThrownBy(() -> html("ü".repeat(52 * 1024)))
        .as("bytes, not characters")
        .isInstanceOf(TemplateRefusedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img alt='' src='http://cdn.example/a.png'>",
        "<img alt='' src=\"http://cdn.example/a.png\">",
        "<img alt='' SRC = http://cdn.example/a.png>",
        "<img alt='' srcset='http://cdn.example/a.png 2x'>",
        "<td background=\"http://cdn.example/a.png\">",
        "<p style=\"background:url(http://cdn.example/a.png)\">",
        "<p style=\"background:url('http://cdn.example/a.png')\">",
        "<img alt='' src='http://localhost.example/a.png'>",
        "<img alt='' src='http://127.0.0.1.example/a.png'>"
      })
  void pictures_come_over_https(String html) {
    assertThatThrownBy(() -> html(html))
        .isInstanceOf(TemplateRefusedException.class)
        .hasMessageContaining("is not loaded over https");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img alt='' src='https://cdn.example/a.png'>",
        "<img alt='' src='http://localhost:8080/a.png'>",
        "<img alt='' src='http://127.0.0.1/a.png'>",
        "<img alt='' src='http://[::1]:8080/a.png'>",
        "<a href='http://shop.example/'>links may be plain</a>"
      })
  void a_shop_on_this_machine_may_use_http(String html) {
    assertThatCode(() -> html(html)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src='https://cdn.example/a.png'>",
        "<IMG src='https://cdn.example/a.png'/>",
        "<img data-alt='x' src='https://cdn.example/a.png'>",
        "<img alt='ok' src='https://a.example/b.png'><img src='https://a.example/c.png'>"
      })
  void a_picture_without_a_text_for_those_who_do_not_see_it_is_refused(String html) {
    assertThatThrownBy(() -> html(html))
        .isInstanceOf(TemplateRefusedException.class)
        .hasMessageContaining("has no alt text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "< SCRIPT src='x'>",
        "<iframe src='https://x.example'>",
        "<object data='x'>",
        "<embed src='https://x.example'>",
        "<form action='https://x.example'>",
        "<base href='https://x.example'>",
        "<svg/onload=alert(1)>",
        "<meta http-equiv=refresh content='0;url=https://x.example'>",
        "<META HTTP-EQUIV=\"Refresh\" content='0'>",
        "<img alt='' src='https://x.example/a.png' onerror=alert(1)>",
        "<img alt='' src='https://x.example/a.png'onerror=alert(1)>",
        "<p ONCLICK='x'>",
        "<body/onload='x'>",
        "<iframe srcdoc='x'",
        "<p srcdoc='x'>",
        "<p style='width:expression(alert(1))'>",
        "<p style='beh\\61vior:url(x)'>",
        "<style>p{-moz-binding:url(x)}</style>",
        "<!--[if mso]><script>alert(1)</script><![endif]-->",
        "<img alt='' src='https://x.example/a.png' onerror='x'"
      })
  void what_runs_in_a_page_does_not_belong_in_a_mail(String html) {
    assertThatThrownBy(() -> html(html))
        .isInstanceOf(TemplateRefusedException.class)
        .hasMessageContaining("does not belong in a mail");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java&#115;cript:alert(1)",
        "java&#x73;cript:alert(1)",
        "javascript&colon;alert(1)",
        "java\tscript:alert(1)",
        "java&Tab;script:alert(1)",
        "java\u0000script:alert(1)",
        "java\u200bscript:alert(1)",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "ftp://x.example"
      })
  void an_address_that_runs_something_or_reads_files_is_refused(String address) {
    for (String html :
        List.of(
            "<a href=\"" + address + "\">x</a>",
            "<A HREF='" + address + "'>x</A>",
            "<!--[if mso]><a href=\"" + address + "\"><![endif]-->",
            "<td background=\"" + address + "\">")) {
      assertThatThrownBy(() -> html(html))
          .as(html)
          .isInstanceOf(TemplateRefusedException.class)
          .hasMessageContaining("is not one of https, mailto or tel");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href='mailto:help@shop.example'>",
        "<a href='tel:+491234'>",
        "<a href='#top'>",
        "<a href=''>",
        "<a href='/path:with/colon'>",
        "<img alt='' src='cid:logo'>",
        "<img alt='' src='data:image/png;base64,AAAA'>",
        "<meta http-equiv='Content-Type' content='text/html'>",
        "<p style='scroll-behavior:smooth'>on and on: javascript is a word</p>",
        "<p class='onward' data-once='x' lang='en'>1 < 2</p>",
        "<!--[if mso]><table><tr><td><![endif]-->",
        "<!-- <script>alert(1)</script> -->"
      })
  void what_is_harmless_is_allowed(String html) {
    assertThatCode(() -> html(html)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#if(false)<script>x</script>#end",
        "#if(false)<a href='javascript:x'>x</a>#end",
        "#foreach($line in [])<p onclick='x'>#end",
        "#if($order.lineCount > 99)<img alt='' src='http://cdn.example/a.png'>#end"
      })
  void what_no_example_shows_is_judged_too(String html) {
    assertThatThrownBy(() -> html("one\n" + html))
        .isInstanceOf(TemplateRefusedException.class)
        .hasMessageEndingWith("(line 2)");
  }

  @Test
  void a_value_without_quotes_could_become_more_than_one_attribute() {
    assertThatThrownBy(() -> html("<img alt=$customer.firstName src='https://x.example/a.png'>"))
        .isInstanceOf(TemplateRefusedException.class)
        .hasMessageContaining("put quotes around $customer.firstName in alt=");
    assertThatCode(() -> html("<p #if(1 == 2)class=\"a\"#end title=\"$customer.firstName\">"))
        .doesNotThrowAnyException();
  }

  @Test
  void a_mail_that_leaves_is_not_judged_by_what_only_its_buyers_data_shows() {
    Map<String, Object> model = Templates.model();
    model.put("link", "javascript:alert(1)");
    model.put("picture", "http://cdn.example/a.png");
    model.put("many", "x onerror=alert(1)");

    RenderedMessage mail =
        renderer.render(
            Templates.html(
                "<a href=\"$link\">a</a><img src=\"$picture\" alt=\"b\"><p title=$many>c</p>"),
            model);

    assertThat(mail.html).isEqualTo("<a >a</a><p title=x >c</p>");
  }

  private String html(String layout) {
    return renderer.judge(Templates.html(layout), Templates.model()).html;
  }
}
