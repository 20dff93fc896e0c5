package org.postpurchase.admin.points;

import java.util.Locale;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.broadleaf.admin.PointsRecord;
import org.postpurchase.ledger.ProofReport;
import org.postpurchase.shared.Shop;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The last proof of the ledger, and the button that runs one. */
@Controller
@RequestMapping("/" + PointsController.SECTION + "/proof")
class ProofController extends PageController {
  private final AdminAccess access;
  private final ProveLedger prove;
  private final Shop shop;

  public ProofController(AdminAccess access, ProveLedger prove, Shop shop) {
    this.access = access;
    this.prove = prove;
    this.shop = shop;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String show(Locale locale, Model model) throws SecurityServiceException {
    access.requireRead(PointsRecord.class);
    Moments moments = new Moments(shop.zone, locale);
    model.addAttribute(
        "proof", prove.last().map(last -> new ProofNote(last, moments, locale)).orElse(null));
    model.addAttribute("mayProve", prove.isAllowed());
    model.addAttribute("zone", shop.zone.getId());
    return frame(model, PointsController.SECTION, "proof");
  }

  @RequestMapping(value = "", method = RequestMethod.POST)
  public String run(RedirectAttributes redirect) throws SecurityServiceException {
    ProofReport report = prove.run();
    tell(
        redirect,
        report.isClean(),
        report.isClean() ? "PostPurchase_Flash_Proven" : "PostPurchase_Flash_NotProven");
    return PointsController.BACK + "/proof";
  }
}
