package org.postpurchase.messaging.velocity;

import static org.assertj.core.api.Assertions.assertThat;
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
