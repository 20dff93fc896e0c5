package org.postpurchase.demo.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.annotation.Resource;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.web.core.CustomerState;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** A customer's own pages: the orders, newest first, and each in detail. */
@Controller
class AccountController {
  private static final String ORDERS = "account/account";

  @Resource(name = "blOrderService")
  private OrderService orders;

  @RequestMapping(
      value = {"/account", "/account/orders"},
      method = RequestMethod.GET)
  String orders(Model model) {
    Customer customer = CustomerState.getCustomer();
    List<Order> placed =
        new ArrayList<>(orders.findOrdersForCustomer(customer, OrderStatus.SUBMITTED));
    placed.addAll(orders.findOrdersForCustomer(customer, OrderStatus.CANCELLED));
    placed.sort(Comparator.comparing(Order::getSubmitDate).reversed());
    model.addAttribute("orders", placed);
    return ORDERS;
  }

  @RequestMapping(value = "/account/points", method = RequestMethod.GET)
  String points() {
    return "account/points";
  }

  @RequestMapping(value = "/account/orders/{orderNumber}", method = RequestMethod.GET)
  String order(@PathVariable("orderNumber") String orderNumber, Model model) {
    Order order = orders.findOrderByOrderNumber(orderNumber);
    if (order == null || !order.getCustomer().equals(CustomerState.getCustomer())) {
      return "redirect:/account";
    }
    model.addAttribute("order", order);
    return "account/order";
  }
}
