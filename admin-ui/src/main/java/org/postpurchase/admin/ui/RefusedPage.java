package org.postpurchase.admin.ui;

import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.springframework.web.servlet.ModelAndView;

/** What somebody sees who may not do what they asked for. */
public final class RefusedPage {
  private RefusedPage() {}

  public static ModelAndView of(SecurityServiceException refusal) {
    ModelAndView page = new ModelAndView("modules/defaultContainer");
    page.addObject("viewType", "post-purchase/refused");
    page.addObject("refusal", refusal.getMessage());
    return page;
  }
}
