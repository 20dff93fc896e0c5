package org.postpurchase.demo.site;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.core.web.controller.account.BroadleafLoginController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** The sign-in page. */
@Controller
class LoginController extends BroadleafLoginController {

  @Override
  @RequestMapping(value = "/login", method = RequestMethod.GET)
  public String login(HttpServletRequest request, HttpServletResponse response, Model model) {
    return super.login(request, response, model);
  }

  @Override
  public String getResetPasswordUrl(HttpServletRequest request) {
    throw new UnsupportedOperationException("This shop does not reset passwords by mail.");
  }
}
