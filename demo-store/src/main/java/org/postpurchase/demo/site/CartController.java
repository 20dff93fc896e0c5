package org.postpurchase.demo.site;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.core.order.service.exception.AddToCartException;
import org.broadleafcommerce.core.order.service.exception.RemoveFromCartException;
import org.broadleafcommerce.core.order.service.exception.UpdateCartException;
import org.broadleafcommerce.core.pricing.service.exception.PricingException;
import org.broadleafcommerce.core.web.controller.cart.BroadleafCartController;
import org.broadleafcommerce.core.web.order.model.AddToCartItem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** The basket. Every change is a POST that leads back to the basket's page. */
@Controller
class CartController extends BroadleafCartController {

  @RequestMapping(value = "/cart", method = RequestMethod.GET)
  String cart() {
    return getCartView();
  }

  @Override
  @RequestMapping(value = "/cart/add", method = RequestMethod.POST)
  public String add(
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      @ModelAttribute("addToCartItem") AddToCartItem item)
      throws IOException, AddToCartException, PricingException {
    return super.add(request, response, model, item);
  }

  @Override
  @RequestMapping(value = "/cart/updateQuantity", method = RequestMethod.POST)
  public String updateQuantity(
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      @ModelAttribute("addToCartItem") AddToCartItem item)
      throws IOException, UpdateCartException, PricingException, RemoveFromCartException {
    return super.updateQuantity(request, response, model, item);
  }

  @Override
  @RequestMapping(value = "/cart/remove", method = RequestMethod.POST)
  public String remove(
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      @ModelAttribute("addToCartItem") AddToCartItem item)
      throws IOException, PricingException, RemoveFromCartException {
    return super.remove(request, response, model, item);
  }

  @Override
  @RequestMapping(value = "/cart/promo", method = RequestMethod.POST)
  public String addPromo(
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      @RequestParam("promoCode") String code)
      throws IOException, PricingException {
    return super.addPromo(request, response, model, code.trim());
  }

  @Override
  @RequestMapping(value = "/cart/promo/remove", method = RequestMethod.POST)
  public String removePromo(
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      @RequestParam("offerCodeId") Long offerCodeId)
      throws IOException, PricingException {
    return super.removePromo(request, response, model, offerCodeId);
  }
}
