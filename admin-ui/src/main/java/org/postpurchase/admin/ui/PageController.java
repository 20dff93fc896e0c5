package org.postpurchase.admin.ui;

import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.web.controller.AdminAbstractController;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A page of our own inside the host's admin frame. A refusal becomes a 403 page that says so. */
public abstract class PageController extends AdminAbstractController {

  /** The frame around {@code views/post-purchase/<view>.html}, with the menu entry marked. */
  protected final String frame(Model model, String sectionKey, String view) {
    setModelAttributes(model, sectionKey);
    model.addAttribute("viewType", "post-purchase/" + view);
    return "modules/defaultContainer";
  }

  /** Shows a message once, on the page that is redirected to. */
  protected static void tell(RedirectAttributes redirect, boolean good, String messageKey) {
    redirect.addFlashAttribute("headerFlash", messageKey);
    redirect.addFlashAttribute("headerFlashAlert", !good);
  }

  @ExceptionHandler(SecurityServiceException.class)
  @ResponseStatus(HttpStatus.FORBIDDEN)
  public ModelAndView refused(SecurityServiceException refusal) {
    return RefusedPage.of(refusal);
  }
}
