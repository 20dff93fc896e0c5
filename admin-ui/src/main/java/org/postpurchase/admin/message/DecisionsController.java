package org.postpurchase.admin.message;

import java.util.Locale;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.Beside;
import org.postpurchase.admin.ui.ListScreen;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.broadleaf.admin.DecisionRecord;
import org.postpurchase.broadleaf.admin.EnrollmentRecord;
import org.postpurchase.broadleaf.admin.MessageRecord;
import org.postpurchase.series.Verdict;
import org.postpurchase.shared.Who;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** What was decided about whom, and why. Looking needs READ on {@link DecisionRecord}. */
@Controller
@RequestMapping("/" + DecisionsController.SECTION)
class DecisionsController extends PageController {
  static final String SECTION = "post-purchase-decisions";

  private final ListScreen<Verdict> screen = new ListScreen<>(Verdict.class, 50);
  private final AdminAccess access;
  private final MessageFacts facts;

  public DecisionsController(AdminAccess access, MessageFacts facts) {
    this.access = access;
    this.facts = facts;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String list(
      @RequestParam(value = "state", defaultValue = "") String verdict,
      @RequestParam(value = "contact", defaultValue = "") String contact,
      Beside beside,
      Locale locale,
      Model model)
      throws SecurityServiceException {
    access.requireRead(DecisionRecord.class);
    Who who = facts.people(contact);
    model.addAttribute(
        "rows",
        facts.listed(screen.show(model, verdict, contact, who, beside, facts.decisions()), locale));
    model.addAttribute("mayMessages", access.may(MessageRecord.class, EntityOperationType.FETCH));
    model.addAttribute(
        "mayEnrollments", access.may(EnrollmentRecord.class, EntityOperationType.FETCH));
    model.addAttribute("zone", facts.zone());
    return frame(model, SECTION, "decisions");
  }
}
