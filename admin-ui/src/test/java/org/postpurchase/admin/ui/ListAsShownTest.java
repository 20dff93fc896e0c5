package org.postpurchase.admin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ListAsShownTest {
  private static final String LIST = "post-purchase-suppressions";
  private static final String SHOP = "https://shop.example/admin/";

  @ParameterizedTest
  @ValueSource(
      strings = {"?state=ALL&contact=ada%40example.com", "?contact=a+b&older=17", "?newer=1"})
  void a_press_leads_back_to_the_list_as_it_was_shown(String query) {
    assertThat(ListAsShown.query(LIST, SHOP + LIST + query)).isEqualTo(query);
    assertThat(ListAsShown.query(LIST, SHOP + LIST + query + "#top")).isEqualTo(query);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SHOP + LIST,
        SHOP + LIST + "?",
        SHOP + "post-purchase-outbox?state=DONE",
        SHOP + LIST + "/7/lift?contact=x",
        SHOP + LIST + "?contact={id}",
        SHOP + LIST + "?contact=x\r\nSet-Cookie: a=b",
        SHOP + LIST + "?contact=x\"onload=",
        ""
      })
  void anything_else_leads_to_its_beginning(String from) {
    assertThat(ListAsShown.query(LIST, from)).isEmpty();
  }

  @Test
  void without_a_request_or_a_page_before_it_is_its_beginning() {
    assertThat(ListAsShown.query(LIST, null)).isEmpty();
    assertThat(ListAsShown.redirect(LIST)).isEqualTo("redirect:/" + LIST);
  }
}
