package org.postpurchase.demo.site;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.core.web.controller.checkout.BroadleafOrderConfirmationController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** The page after the order; only for the shopper who placed it. */
@Controller
class OrderConfirmationController extends BroadleafOrderConfirmationController {

  @Override
  @RequestMapping(value = "/confirmation/{orderNumber}", method = RequestMethod.GET)
  public String displayOrderConfirmationByOrderNumber(
      @PathVariable("orderNumber") String orderNumber,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    String view =
        super.displayOrderConfirmationByOrderNumber(orderNumber, model, request, response);
    return view == null ? "redirect:/login?successUrl=/account" : view;
  }
}
