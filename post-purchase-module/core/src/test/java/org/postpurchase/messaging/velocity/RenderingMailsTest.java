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
            "<p>$customer.firstName</p><a title=\"$customer.firstName\" name='$!customer.firstName'>");

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
            "h &lt;3|<p>Dear Tom &amp; &quot;Jo&quot; &lt;b&gt;&#39;s,<br>thanks</p><p>Bye &amp; &lt;x&gt;</p>|"
                + "Dear Tom &amp; &quot;Jo&quot; &lt;b&gt;&#39;s,\nthanks\r\n\r\n\nBye &amp; &lt;x&gt;|<p>end</p>");
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
        "<form action='https://x.example'>"
      })
  void what_runs_in_a_page_does_not_belong_in_a_mail(String html) {
    assertThatThrownBy(() -> html(html))
        .isInstanceOf(TemplateRefusedException.class)
        .hasMessageContaining("does not belong in a mail");
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
    return render(Templates.html(layout)).html;
  }

  private RenderedMessage render(MessageTemplate template) {
    return renderer.render(template, Templates.model());
  }
}
