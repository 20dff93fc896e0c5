package org.postpurchase.admin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonLinkTest {
  /** Mautic 7152 and Chatwoot 4089: a plus sign became a space, and nobody was found. */
  @Test
  void a_mailbox_arrives_as_it_is() {
    assertThat(PersonLink.ofMailbox("ida+shop&x=1@m\u00fcller.example"))
        .isEqualTo("/post-purchase-people/guest?mailbox=ida%2Bshop%26x%3D1%40m%C3%BCller.example");
  }

  @Test
  void an_order_and_a_customer_lead_to_their_person() {
    assertThat(PersonLink.ofOrder(7)).isEqualTo("/post-purchase-people/of-order/7");
    assertThat(PersonLink.ofCustomer(8)).isEqualTo("/post-purchase-people/c8");
  }
}
