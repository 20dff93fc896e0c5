package org.postpurchase.broadleaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.postpurchase.broadleaf.testkit.HostContext;
import org.postpurchase.broadleaf.testkit.Plugin;
import org.postpurchase.broadleaf.testkit.SettingsAccess;
import org.postpurchase.broadleaf.testkit.Shopper;
import org.postpurchase.messaging.Message;
import org.postpurchase.messaging.MessageState;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.series.ReasonCode;
import org.postpurchase.shared.DueWork;

/** From a submitted order to a mail on a real mail server. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ThankYouMailIT {
  private final Plugin plugin = HostContext.plugin();
  private final SettingsAccess settings = new SettingsAccess(HostContext.get());
  private final Shopper shopper = new Shopper(HostContext.get());

  @BeforeEach
  void switch_on() {
    HostContext.watch().reset();
    settings.switchOn();
    runDue();
    HostContext.mail().clear();
  }

  @Test
  void a_buyer_gets_one_mail_with_every_line_and_picture() throws Exception {
    Order order = shopper.buy("buyer@test.example");

    runDue();
    runDue();

    List<Message> messages = messagesOf(order);
    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).state).isEqualTo(MessageState.SENT);
    List<String> mails =
        HostContext.mail().mails().stream()
            .filter(m -> m.contains("To: buyer@test.example"))
            .toList();
    assertThat(mails).hasSize(1);
    assertThat(mails.get(0))
        .contains(
            "To: buyer@test.example",
            "Message-ID: " + messages.get(0).mimeMessageId,
            "multipart/alternative");
    RenderedMessage sent = plugin.getMessages().findRendered(messages.get(0).id).orElseThrow();
    assertThat(sent.html)
        .contains(
            "House beans 250 g",
            "http://localhost:8080/img/beans.png",
            "25.80",
            order.getOrderNumber())
        .doesNotContain("$", "[[");
    assertThat(sent.text).contains("2 x House beans 250 g").doesNotContain("$", "[[", "<p>");
    assertThat(sent.subject).contains("Test Shop", order.getOrderNumber());
  }

  @Test
  void an_order_cancelled_before_the_relay_gets_no_mail() throws Exception {
    Order order = shopper.buy("cancelled@test.example");
    OrderService orders = HostContext.get().getBean("blOrderService", OrderService.class);
    Order fresh = orders.findOrderById(order.getId());
    fresh.setStatus(OrderStatus.CANCELLED);
    orders.save(fresh, false);

    runDue();

    assertThat(messagesOf(order)).isEmpty();
    assertThat(plugin.getDecisions().ofOrder(order.getId()))
        .extracting(d -> d.reason)
        .containsExactly(ReasonCode.ORDER_NOT_SUBMITTED);
  }

  @Test
  void an_address_with_a_line_break_is_skipped_with_a_reason_and_stops_nothing() throws Exception {
    Order bad = shopper.buy("x@test.example\r\nBcc: all@test.example");
    Order good = shopper.buy("after@test.example");

    runDue();

    assertThat(plugin.getDecisions().ofOrder(bad.getId()))
        .extracting(d -> d.reason)
        .containsExactly(ReasonCode.NO_USABLE_ADDRESS);
    assertThat(messagesOf(good)).extracting(m -> m.state).containsExactly(MessageState.SENT);
  }

  private void runDue() {
    for (DueWork work : plugin.getDueWork()) {
      work.runDue();
    }
  }

  private List<Message> messagesOf(Order order) {
    return plugin.getMessages().list(null, 1000, 0).stream()
        .filter(m -> m.content.orderId == order.getId())
        .toList();
  }
}
