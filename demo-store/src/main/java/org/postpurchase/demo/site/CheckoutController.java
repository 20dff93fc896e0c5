package org.postpurchase.demo.site;

import java.util.ArrayList;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import org.broadleafcommerce.common.payment.PaymentGatewayType;
import org.broadleafcommerce.common.payment.PaymentType;
import org.broadleafcommerce.common.vendor.service.exception.PaymentException;
import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.NullOrderImpl;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafcommerce.core.payment.domain.OrderPayment;
import org.broadleafcommerce.core.pricing.service.exception.PricingException;
import org.broadleafcommerce.core.web.checkout.model.OrderInfoForm;
import org.broadleafcommerce.core.web.checkout.model.ShippingInfoForm;
import org.broadleafcommerce.core.web.controller.checkout.BroadleafCheckoutController;
import org.broadleafcommerce.core.web.order.CartState;
import org.broadleafcommerce.profile.core.domain.Address;
import org.broadleafcommerce.profile.core.domain.Country;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.web.core.CustomerState;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.ServletRequestDataBinder;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Checkout in two pages: who and where to, then review and pay on delivery.
 *
 * <p>The field names are the host's. A guest needs no account.
 */
@Controller
class CheckoutController extends BroadleafCheckoutController {
  private static final String DETAILS = "checkout/checkout";
  private static final String REVIEW = "checkout/review";
  private static final String TO_CART = "redirect:/cart";
  private static final String TO_DETAILS = "redirect:/checkout";
  private static final String TO_REVIEW = "redirect:/checkout/review";
  private static final String HOME_COUNTRY = "DE";

  @ModelAttribute("countries")
  List<Country> countries() {
    return countryService.findCountries();
  }

  @RequestMapping(value = "/checkout", method = RequestMethod.GET)
  String details(
      @ModelAttribute("orderInfoForm") OrderInfoForm info,
      @ModelAttribute("shippingInfoForm") ShippingInfoForm shipping,
      Model model) {
    Order cart = cart();
    if (cart == null) {
      return TO_CART;
    }
    prefill(cart, info, shipping);
    return detailsPage(model);
  }

  @RequestMapping(value = "/checkout/details", method = RequestMethod.POST)
  String saveDetails(
      @ModelAttribute("orderInfoForm") OrderInfoForm info,
      BindingResult infoResult,
      @ModelAttribute("shippingInfoForm") ShippingInfoForm shipping,
      BindingResult shippingResult,
      Model model)
      throws PricingException {
    Order cart = cart();
    if (cart == null) {
      return TO_CART;
    }
    orderInfoFormValidator.validate(info, infoResult);
    shippingInfoFormValidator.validate(shipping, shippingResult);
    if (infoResult.hasErrors() || shippingResult.hasErrors()) {
      return detailsPage(model);
    }
    save(cart, info, shipping);
    return TO_REVIEW;
  }

  @RequestMapping(value = "/checkout/review", method = RequestMethod.GET)
  String review(HttpServletRequest request, Model model) {
    Order cart = cart();
    if (cart == null) {
      return TO_CART;
    }
    FulfillmentGroup shipment = shipment(cart);
    if (cart.getEmailAddress() == null
        || shipment == null
        || shipment.getFulfillmentOption() == null) {
      return TO_DETAILS;
    }
    model.addAttribute("shipment", shipment);
    populateModelWithReferenceData(request, model);
    return REVIEW;
  }

  @RequestMapping(value = "/checkout/complete", method = RequestMethod.POST)
  String complete(RedirectAttributes redirect) throws PaymentException, PricingException {
    Order cart = cart();
    if (cart == null) {
      return TO_CART;
    }
    if (cart.getEmailAddress() == null || cart.getTotal() == null) {
      return TO_DETAILS;
    }
    forgetEarlierAttempts(cart);
    boolean isPaid = cart.getTotalAfterAppliedPayments().isZero(); // with points
    return isPaid
        ? processCompleteCheckoutOrderFinalized(redirect)
        : processPassthroughCheckout(redirect, PaymentType.COD);
  }

  /** As the host does it before paying on delivery: they would pay once more. */
  private void forgetEarlierAttempts(Order cart) {
    for (OrderPayment payment : new ArrayList<>(cart.getPayments())) {
      if (payment.isActive() && PaymentGatewayType.PASSTHROUGH.equals(payment.getGatewayType())) {
        cart.getPayments().remove(payment);
        paymentGatewayCheckoutService.markPaymentAsInvalid(payment.getId());
      }
    }
  }

  /** Where the host goes when an order could not be taken. */
  @Override
  public String getCheckoutPageRedirect() {
    return TO_REVIEW;
  }

  @Override
  @InitBinder
  protected void initBinder(HttpServletRequest request, ServletRequestDataBinder binder)
      throws Exception {
    super.initBinder(request, binder);
  }

  private static Order cart() {
    Order cart = CartState.getCart();
    boolean usable =
        cart != null && !(cart instanceof NullOrderImpl) && !cart.getOrderItems().isEmpty();
    return usable && OrderStatus.IN_PROCESS.equals(cart.getStatus()) ? cart : null;
  }

  private FulfillmentGroup shipment(Order order) {
    return fulfillmentGroupService.getFirstShippableFulfillmentGroup(order);
  }

  private String detailsPage(Model model) {
    model.addAttribute("fulfillmentOptions", fulfillmentOptionService.readAllFulfillmentOptions());
    return DETAILS;
  }

  private void prefill(Order cart, OrderInfoForm info, ShippingInfoForm shipping) {
    Customer customer = CustomerState.getCustomer();
    info.setEmailAddress(
        cart.getEmailAddress() != null ? cart.getEmailAddress() : customer.getEmailAddress());
    FulfillmentGroup shipment = shipment(cart);
    if (shipment != null && shipment.getFulfillmentOption() != null) {
      shipping.setFulfillmentOptionId(shipment.getFulfillmentOption().getId());
    }
    Address known = shipment == null ? null : shipment.getAddress();
    if (known == null && customer.isRegistered()) {
      known = lastUsed(customer);
    }
    if (known != null) {
      shipping.setAddress(known);
    } else {
      shipping.getAddress().setFirstName(customer.getFirstName());
      shipping.getAddress().setLastName(customer.getLastName());
      shipping.getAddress().setCountry(countryService.findCountryByAbbreviation(HOME_COUNTRY));
    }
  }

  private Address lastUsed(Customer customer) {
    Order newest = null;
    for (Order order : orderService.findOrdersForCustomer(customer, OrderStatus.SUBMITTED)) {
      if (newest == null || newest.getSubmitDate().before(order.getSubmitDate())) {
        newest = order;
      }
    }
    FulfillmentGroup shipment = newest == null ? null : shipment(newest);
    return shipment == null ? null : shipment.getAddress();
  }

  private void save(Order cart, OrderInfoForm info, ShippingInfoForm form) throws PricingException {
    Address address = form.getAddress();
    if (address.getPhonePrimary() != null && address.getPhonePrimary().getPhoneNumber() == null) {
      address.setPhonePrimary(null);
    }
    FulfillmentGroup shipment = shipment(cart);
    shipment.setAddress(address);
    shipment.setFulfillmentOption(
        fulfillmentOptionService.readFulfillmentOptionById(form.getFulfillmentOptionId()));
    cart.setEmailAddress(info.getEmailAddress().trim());
    orderService.save(cart, true);
  }
}
