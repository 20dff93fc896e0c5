package org.postpurchase.admin.points;

import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.catalogue.TakeBackPurchase;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking back a reward, on the page of the account that paid for it. */
@Controller
@RequestMapping("/" + PointsController.SECTION + "/{id:\\d+}/take-back")
class PurchasesController extends PageController {
  private final TakeBackReward takeBack;

  public PurchasesController(TakeBackReward takeBack) {
    this.takeBack = takeBack;
  }

  @RequestMapping(value = "", method = RequestMethod.POST)
  public String takeBack(
      @PathVariable("id") long id,
      @RequestParam(value = "purchase", defaultValue = "") String purchase,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    TakeBackPurchase.Outcome outcome = takeBack.apply(id, purchase);
    boolean good = outcome == TakeBackPurchase.Outcome.DONE;
    tell(redirect, good, "PostPurchase_TakeBack_" + outcome);
    return back(id);
  }

  /** A reload or a pasted address changes nothing. */
  @RequestMapping(value = "", method = RequestMethod.GET)
  public String back(@PathVariable("id") long id) {
    return PointsController.BACK + "/" + id;
  }
}
