package org.postpurchase.messaging.velocity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.messaging.Renderer;
import org.postpurchase.messaging.TemplateRefusedException;
import org.postpurchase.testkit.Together;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RenderingMailsTest {
  private final Renderer renderer = VelocityModule.renderer();

  @Test
  void html_is_escaped_in_text_and_in_attributes_of_either_quote() {
    String html =
        html(
            "<p>$customer.firstName</p><a title=\"$customer.firstName\""
                + " name='$!customer.firstName'>");

    String escaped = "Tom &amp; &quot;Jo&quot; &lt;b&gt;&#39;s";
    assertThat(html)
        .isEqualTo("<p>" + escaped + "</p><a title=\"" + escaped + "\" name='" + escaped + "'>");
  }

  @Test
  void plain_text_and_the_subject_are_not_escaped() {
    RenderedMessage mail =
        render(Templates.template(1, "For $customer.firstName", "x", "Hi $customer.firstName"));

    assertThat(mail.text).isEqualTo("Hi Tom & \"Jo\" <b>'s");
    assertThat(mail.subject).isEqualTo("For Tom & \"Jo\" <b>'s");
  }

  @Test
  void merchants_texts_become_escaped_paragraphs_in_html() {
    MessageTemplate template =
        new MessageTemplate(
            "thank-you",
            "en",
            1,
            true,
            null,
            new MessageTemplate.Texts(
                "s", "p", "h <3", "Dear $customer.firstName,\nthanks\r\n\r\n\nBye & <x>", " end "),
            "${texts.heading}|${texts.introHtml}|${texts.intro}|${texts.closingHtml}",
            "${texts.intro}|${texts.closing}");

    RenderedMessage mail = render(template);

    assertThat(mail.html)
        .isEqualTo(
            "h &lt;3|<p>Dear Tom &amp; &quot;Jo&quot; &lt;b&gt;&#39;s,<br>thanks</p><p>Bye &amp;"
                + " &lt;x&gt;</p>|Dear Tom &amp; &quot;Jo&quot; &lt;b&gt;&#39;s,\n"
                + "thanks\r\n\r\n\n"
                + "Bye &amp; &lt;x&gt;|<p>end</p>");
    assertThat(mail.text).endsWith("Bye & <x>|end");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thanks\nBcc: eve@example.com",
        "Thanks\r\nBcc: eve@example.com",
        "Thanks\rBcc: eve@example.com",
        "Thanks\u2028Bcc: eve@example.com",
        "Thanks\u0085Bcc: eve@example.com",
        " Thanks \t\n Bcc: eve@example.com\n",
        "Thanks\u0000\u0007Bcc: eve@example.com"
      })
  void a_subject_is_one_line_whatever_is_in_it(String subject) {
    assertThat(render(Templates.template(1, subject, "x", "x")).subject)
        .isEqualTo("Thanks Bcc: eve@example.com");
  }

  @Test
  void a_line_break_in_a_shoppers_name_does_not_reach_the_subject() {
    Map<String, Object> model = Templates.model();
    model.put("evil", "Ada\r\nBcc: eve@example.com");

    assertThat(renderer.render(Templates.template(1, "Hi $evil", "x", "x"), model).subject)
        .isEqualTo("Hi Ada Bcc: eve@example.com");
  }

  @Test
  void the_version_that_was_rendered_is_told() {
    assertThat(render(Templates.template(42, "s", "h", "t")).templateVersion).isEqualTo(42);
  }

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

  @Test
  void names_are_isolated_by_elements_where_readers_see_them_and_by_marks_elsewhere() {
    Map<String, Object> model = Templates.model();
    model.put("name", "\u2068\u05d3\u05e0\u05d4 & Co\u2069");

    RenderedMessage mail =
        renderer.render(
            Templates.template(
                1, "For $name", "<title>$name</title><p title=\"$name\">$name!</p>", "$name!"),
            model);

    String marked = "\u2068\u05d3\u05e0\u05d4 &amp; Co\u2069";
    assertThat(mail.html)
        .isEqualTo(
            "<title>"
                + marked
                + "</title><p title=\""
                + marked
                + "\"><bdi>\u05d3\u05e0\u05d4 &amp; Co</bdi>!</p>");
    assertThat(mail.subject).isEqualTo("For \u2068\u05d3\u05e0\u05d4 & Co\u2069");
    assertThat(mail.text).isEqualTo("\u2068\u05d3\u05e0\u05d4 & Co\u2069!");
  }

  @Test
  void a_layout_that_does_not_say_which_way_it_runs_is_told() {
    Map<String, Object> model = Templates.model();
    model.put("direction", "rtl");
    String own = "<html dir=\"$direction\"><body dir='ltr'>x</body></html>";

    assertThat(renderer.render(Templates.html("<html lang='he'><body>x</body></html>"), model).html)
        .isEqualTo("<html dir=\"rtl\" lang='he'><body dir=\"rtl\">x</body></html>");
    assertThat(renderer.render(Templates.html(own), model).html)
        .isEqualTo("<html dir=\"rtl\"><body dir='ltr'>x</body></html>");
  }

  @Test
  void a_long_list_is_cut_and_its_rest_is_counted() {
    Map<String, Object> model = Templates.model();
    List<Object> lines = new ArrayList<>();
    for (int i = 0; i < 96; i++) {
      lines.add(Map.of("name", "n" + i));
    }
    model.put("order", Map.of("lines", lines, "moreLines", 0, "number", "N1"));
    String layout = "#foreach($line in $order.lines)$line.name,#end and $order.moreLines more";

    assertThat(renderer.render(Templates.html(layout), model).html)
        .contains("n49,")
        .doesNotContain("n50,")
        .endsWith(" and 46 more");
    assertThat(renderer.render(Templates.html("x".repeat(2500) + layout.repeat(1)), model).html)
        .endsWith(" and 46 more");
    assertThat(
            renderer.render(
                    Templates.html(layout.replace("$line.name", "${line.name}" + "x".repeat(8000))),
                    model)
                .html)
        .as("fits what mail programs show")
        .hasSizeLessThan(102 * 1024)
        .endsWith(" and 84 more");
    assertThat(lines).as("the model is left as it is").hasSize(96);
  }

  @Test
  void an_error_names_the_template_its_version_and_the_text() {
    assertThatThrownBy(() -> render(Templates.template(3, "Hi $nobody", "x", "x")))
        .hasMessage(
            "Template 'thank-you en-GB v3 subject': $nobody on line 1 is not known or not allowed");
  }

  @Test
  void a_text_is_parsed_once_for_each_version() {
    TemplateCache cache = new TemplateCache();

    assertThat(cache.get("a v1", "Hi")).isSameAs(cache.get("a v1", "Hi"));
    assertThat(cache.get("a v2", "Hi")).isNotSameAs(cache.get("a v1", "Hi"));
  }

  @Test
  void a_text_that_changed_under_its_name_is_never_shown_in_its_old_form() {
    assertThat(renderer.renderText("same name", "old", Map.of())).isEqualTo("old");
    assertThat(renderer.renderText("same name", "new", Map.of())).isEqualTo("new");
  }

  @Test
  void a_refused_text_is_not_remembered_as_good() {
    assertThatThrownBy(() -> renderer.renderText("n", "#if(", Map.of()))
        .isInstanceOf(TemplateRefusedException.class);
    assertThat(renderer.renderText("n", "fine", Map.of())).isEqualTo("fine");
  }

  @Test
  void many_threads_render_the_same_template_without_mixing_their_data() throws Exception {
    MessageTemplate template =
        Templates.html("#foreach($line in $order.lines)$who $line.name,#end".repeat(20));

    List<Boolean> clean =
        Together.run(
            8,
            i ->
                () -> {
                  Map<String, Object> model = Templates.model();
                  model.put("who", "w" + i);
                  String expected = ("w" + i + " Tea,w" + i + " Cup,").repeat(20);
                  boolean same = true;
                  for (int n = 0; n < 200; n++) {
                    same &= renderer.render(template, model).html.equals(expected);
                  }
                  return same;
                });

    assertThat(clean).containsOnly(true);
  }

  @Test
  void a_model_that_is_read_only_is_enough() {
    assertThat(renderer.renderText("n", "#set($x = 1)$x$y", Map.of("y", "2"))).isEqualTo("12");
  }

  private String html(String layout) {
    return renderer.judge(Templates.html(layout), Templates.model()).html;
  }

  private RenderedMessage render(MessageTemplate template) {
    return renderer.render(template, Templates.model());
  }
}
