package org.postpurchase.demo.site;

import java.io.IOException;
import javax.annotation.Resource;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.pricing.service.exception.PricingException;
import org.postpurchase.order.LifecycleRefusedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Lets a script play the warehouse: {@code POST /orders/<number>/ship}, {@code deliver}, {@code
 * cancel}, {@code return}.
 *
 * <p>Answers in plain text: 404 for an unknown number, 400 for an impossible line, 503 when the
 * database takes no changes. Exists in the demo only.
 */
@Controller
class WarehouseController extends ScriptController {
  @Resource(name = "blOrderService")
  private OrderService orders;

  @Resource private Warehouse warehouse;

  @RequestMapping(
      value = "/orders/{number}/{action:ship|deliver|cancel|return}",
      method = RequestMethod.POST)
  void act(
      @PathVariable("number") String number,
      @PathVariable("action") String action,
      @RequestParam(value = "line", required = false) Long line,
      @RequestParam(value = "quantity", required = false) Integer quantity,
      HttpServletResponse response)
      throws IOException, PricingException {
    Order order = orders.findOrderByOrderNumber(number);
    if (order == null) {
      answer(
          response,
          HttpServletResponse.SC_NOT_FOUND,
          "There is no order with the number " + number + ".");
      return;
    }
    try {
      act(action, OrderLines.of(order, line, quantity));
      answer(response, HttpServletResponse.SC_OK, "Order " + number + ": " + action + " noted.");
    } catch (IllegalArgumentException | LifecycleRefusedException e) {
      answer(response, HttpServletResponse.SC_BAD_REQUEST, e.getMessage());
    }
  }

  private void act(String action, OrderLines lines) throws PricingException {
    switch (action) {
      case "ship":
        warehouse.ship(lines);
        break;
      case "deliver":
        warehouse.deliver(lines);
        break;
      case "cancel":
        warehouse.cancel(lines);
        break;
      default:
        warehouse.takeBack(lines);
        break;
    }
  }
}
