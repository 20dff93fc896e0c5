package org.postpurchase.messaging.velocity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postpurchase.messaging.TemplateRefusedException;

/** What a merchant may write, and what a mistake is answered with. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplateLanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$order.number | N1",
        "${order.number}! | N1!",
        "${order.lines.get(0).name} | Tea",
        "$order.lines[1].name | Cup",
        "$order.get('number') | N1",
        "#foreach($line in $order.lines)$line.name;#end | Tea;Cup;",
        "#foreach($i in [1..3])$i#end | 123",
        "#set($n = $order.lineCount + 1)$n | 3",
        "#if($order.lineCount > 1)many#{else}one#end | many",
        "#if(!${order.number.isEmpty()})yes#end | yes",
        "#if($missing)yes#{else}no#end | no",
        "#if($customer.nickname)yes#{else}no#end | no",
        "$!customer.nickname. | .",
        "$order.number.toLowerCase() | n1",
        "$order.lines.size() | 2",
        "color:#fff;#bada55 | color:#fff;#bada55",
        "$5.00 and 10 $ | $5.00 and 10 $",
        "\\$order.number | $order.number"
      })
  void what_is_data_can_be_shown(String text, String shown) {
    assertThat(Templates.render(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hi $missing | $missing on line 1",
        "Hi $!missing | $missing on line 1",
        "Hi ${order.missing} | $order.missing on line 1",
        "Hi $!order.missing | $order.missing on line 1",
        "${order.lines.get(0).price} | $order.lines.get(0).price on line 1",
        "$order.number.foo('x') | $order.number.foo on line 1",
        "#foreach($x in $nix)#end | $nix on line 1",
        "#if($order.nix)#end | $order.nix on line 1",
        "#set($a = $nix) | $nix on line 1"
      })
  void an_unknown_name_is_told_with_its_place(String text, String told) {
    assertThatThrownBy(() -> Templates.render(text))
        .isInstanceOf(TemplateRefusedException.class)
        .hasMessage("Template 'test': " + told + " is not known or not allowed");
  }

  @Test
  void the_line_is_the_one_in_the_merchants_text() {
    assertThatThrownBy(() -> Templates.render("one\ntwo\n  $custmer.firstName"))
        .hasMessageContaining("$custmer on line 3");
  }

  @Test
  void an_empty_value_is_told_unless_it_is_expected() {
    assertThatThrownBy(() -> Templates.render("$customer.nickname"))
        .isInstanceOf(TemplateRefusedException.class)
        .hasMessageContaining("$customer.nickname evaluated to null");
  }

  @Test
  void a_position_that_is_not_there_is_refused() {
    assertThatThrownBy(() -> Templates.render("$order.lines.get(7)"))
        .isInstanceOf(TemplateRefusedException.class)
        .hasMessageContaining("$order.lines.get");
    assertThatThrownBy(() -> Templates.render("$order.lines[7]"))
        .isInstanceOf(TemplateRefusedException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#if($order.number | the end of the text",
        "#end | #end",
        "#foreach($x)y#end | line 1",
        "#if(true)x | line 1"
      })
  void a_syntax_error_is_told_with_its_place(String text, String told) {
    assertThatThrownBy(() -> Templates.render(text))
        .isInstanceOf(TemplateRefusedException.class)
        .hasMessageContaining("is not valid Velocity")
        .hasMessageContaining(told)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void only_lists_are_walked_through() {
    assertThatThrownBy(() -> Templates.render("#foreach($x in $order)x#end"))
        .isInstanceOf(TemplateRefusedException.class);
    assertThatThrownBy(() -> Templates.render("#foreach($x in $order.number)x#end"))
        .isInstanceOf(TemplateRefusedException.class);
  }
}
