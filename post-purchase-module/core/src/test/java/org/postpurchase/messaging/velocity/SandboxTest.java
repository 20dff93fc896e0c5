package org.postpurchase.messaging.velocity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postpurchase.messaging.TemplateRefusedException;

/** A template is data: it reaches no class, no file, changes nothing and comes to an end. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SandboxTest {
  /** Two texts of 80,000 characters that begin alike for long. */
  private static final String LONG_TEXTS =
      "#set($s = 'aaaaaaaaaaaaaaaaaaaa')#foreach($i in [1..12])#set($s = \"$s$s\")#end"
          + "#set($n = \"${s}b\")";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$order.getClass()",
        "$order.class",
        "$!order.class",
        "${order.class.name}",
        "$customer.firstName.getClass().forName('java.lang.Runtime')",
        "$customer.firstName.class.forName('java.lang.Runtime').getRuntime().exec('id')",
        "$order.lineCount.class",
        "$order.lines.class.protectionDomain",
        "$order.lines.get(0).getClass()",
        "#set($c = $customer.firstName.class)$c",
        "#foreach($line in $order.lines)$line.class.name#end",
        "#foreach($line in $order.lines)$foreach.info.class#end",
        "#foreach($line in $order.lines)$foreach.parent#end",
        "#if($order.getClass())x#end",
        "#set($c = $customer.firstName.getClass())",
        "#set($c = $order.lines.getClass())",
        "#set($c = $order.lineCount.getClass())",
        "#set($s = \"$order.getClass()\")$s",
        "$order['class'].x",
        "$customer.firstName.bytes",
        "$customer.firstName.chars()",
        "$customer.firstName.replaceAll('(a+)+', 'b')",
        "$customer.firstName.format('%1000000000d', 1)",
        "$customer.firstName.repeat(1000000000)",
        "$order.lines.iterator()",
        "$order.lines.stream()",
        "$order.entrySet()",
        "$order.hashCode()",
        "$class",
        "$context",
        "$velocityEngine",
        "$request"
      })
  void nothing_but_data_can_be_reached(String text) {
    assertThatThrownBy(() -> Templates.render(text)).isInstanceOf(TemplateRefusedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#set($order.number = 'x')",
        "#set($order.fresh = 'x')",
        "#set($order['number'] = 'x')",
        "#set($order.lines[0] = 'x')",
        "#set($x.class.foo = 'x')",
        "$order.put('number', 'x')",
        "$!order.put('number', 'x')",
        "$order.remove('number')",
        "$order.clear()",
        "$order.putAll({'a': 'b'})",
        "$order.lines.add('x')",
        "$order.lines.clear()",
        "$order.lines.set(0, 'x')"
      })
  void nothing_can_be_changed(String text) {
    Map<String, Object> model = Templates.model();

    assertThatThrownBy(() -> VelocityModule.renderer().renderText("test", text, model))
        .isInstanceOf(TemplateRefusedException.class);

    assertThat(model).isEqualTo(Templates.model());
  }

  @Test
  void a_name_set_by_a_template_is_gone_afterwards() {
    Map<String, Object> model = Templates.model();

    VelocityModule.renderer().renderText("test", "#set($order = 'mine')$order", model);

    assertThat(model).isEqualTo(Templates.model());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#include('/etc/passwd')",
        "#parse('/etc/passwd')",
        "#{parse}('/etc/passwd')",
        "#evaluate('$order.number')",
        "#macro(again)#again()#end#again()",
        "#define($x)$x#end$x",
        "#stop",
        "#@parse('x')y#end",
        "#set($x = \"#parse('/etc/passwd')\")$x",
        "#set($x = \"#include('/etc/passwd')\")$x"
      })
  void directives_that_reach_out_or_define_are_not_there(String text) {
    assertThatThrownBy(() -> Templates.render(text)).isInstanceOf(TemplateRefusedException.class);
  }

  @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @ParameterizedTest
  @ValueSource(
      strings = {
        "#foreach($a in [1..1000])#foreach($b in [1..1000])#foreach($c in [1..1000])#end#end#end",
        "#foreach($a in [1..1000])#foreach($b in [1..1000])some more output#end#end",
        "#set($s = 'aaaaaaaaaaaaaaaa')#foreach($i in [1..100])#set($s = \"$s$s\")#end",
        "#set($l = ['x'])#foreach($i in [1..100])#set($l = [$l, $l])#end",
        "#set($l = {'a': 'x'})#foreach($i in [1..100])#set($l = {'a': $l, 'b': $l})#end",
        "#set($l = {'a': 'x'})#foreach($i in [1..100])#set($l = [{'a': $l, 'b': $l}])#end",
        "#set($n = 999999999)#foreach($i in [1..1000])#set($n = $n * $n)#end",
        LONG_TEXTS + "#foreach($i in [1..10])#if($s.contains($n))x#end#end",
        LONG_TEXTS + "#foreach($i in [1..1000])#if($s.toLowerCase().equals($n))x#end#end",
        LONG_TEXTS + "#foreach($i in [1..1000])#if($s.startsWith($s))x#end#end",
        LONG_TEXTS + "#foreach($i in [1..1000])#set($x = \"$s.trim()\")#end",
        LONG_TEXTS + "#foreach($i in [1..1000])#if($order.containsKey($s))x#end#end",
        "#foreach($a in [1..900])#foreach($b in [1..50])$order.number.length()$order.number"
            + "$order.number$order.number$order.number$order.number#end#end"
      })
  void a_template_that_would_never_end_is_stopped(String text) {
    assertThatThrownBy(() -> Templates.render(text)).isInstanceOf(TemplateRefusedException.class);
  }

  @Test
  void what_was_too_much_is_told_with_what_to_do() {
    assertThatThrownBy(() -> Templates.render(LONG_TEXTS + "$s.contains($n)"))
        .hasMessage(
            "Template 'test': it is too much work: going through more than 20000000 characters."
                + " Usual reasons are loops inside of loops, and long texts put together piece by"
                + " piece. Show fewer things.");
  }

  @Test
  void an_expression_without_an_end_is_refused_before_it_is_evaluated() {
    assertThatThrownBy(() -> Templates.render("#set($x = 1" + " + 1".repeat(21) + ")"))
        .hasMessageContaining("the expression on line 1 has more than 20 of + - * /");
    assertThat(Templates.render("#set($x = 1" + " + 1".repeat(20) + ")$x")).isEqualTo("21");
  }

  @Test
  void a_range_costs_no_memory_by_itself() {
    assertThat(Templates.render("#set($l = [1..2000000000])#foreach($i in $l)x#break#end"))
        .isEqualTo("x");
  }

  @Test
  void one_loop_turns_a_thousand_times_at_most() {
    assertThat(Templates.render("#foreach($i in [1..2000000000])x#end"))
        .isEqualTo("x".repeat(1000));
  }

  @Test
  void a_template_nested_beyond_reason_is_refused_like_any_other() {
    String deep = "#if(true)".repeat(20_000) + "x" + "#end".repeat(20_000);

    assertThatThrownBy(() -> Templates.render(deep)).isInstanceOf(TemplateRefusedException.class);
  }

  @Test
  void a_whole_map_or_list_is_not_printed() {
    assertThatThrownBy(() -> Templates.render("$order"))
        .hasMessage("Template 'test': $order is not a text or number; name one of its parts");
    assertThatThrownBy(() -> Templates.render("#set($s = \"$order.lines\")"))
        .isInstanceOf(TemplateRefusedException.class);
  }
}
