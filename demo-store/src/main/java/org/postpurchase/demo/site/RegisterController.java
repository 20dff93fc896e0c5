package org.postpurchase.demo.site;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.core.pricing.service.exception.PricingException;
import org.broadleafcommerce.core.web.controller.account.BroadleafRegisterController;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.web.core.form.RegisterCustomerForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Opening an account. A guest who ordered in the same session keeps the order. */
@Controller
class RegisterController extends BroadleafRegisterController {

  @RequestMapping(value = "/register", method = RequestMethod.GET)
  String form(
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      @ModelAttribute("registrationForm") RegisterCustomerForm form) {
    return register(form, request, response, model);
  }

  @RequestMapping(value = "/register", method = RequestMethod.POST)
  String submit(
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      @ModelAttribute("registrationForm") RegisterCustomerForm form,
      BindingResult errors)
      throws ServiceException, PricingException {
    String view = processRegister(form, errors, request, response, model);
    if (errors.hasErrors()) {
      forgetName(form.getCustomer());
    }
    return view;
  }

  /**
   * The host has given the visitor of this session the name that was typed. Left there, it would
   * take him for one who is stored, and could give him no basket any more.
   */
  private void forgetName(Customer visitor) {
    Customer stored =
        visitor.getId() == null ? null : customerService.readCustomerById(visitor.getId());
    if (stored == null) {
      visitor.setUsername(null);
    }
  }

  @Override
  @ModelAttribute("registrationForm")
  public RegisterCustomerForm initCustomerRegistrationForm() {
    return super.initCustomerRegistrationForm();
  }

  @Override
  public String getRegisterSuccessView() {
    return "redirect:/account";
  }
}
