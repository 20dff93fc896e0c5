package org.postpurchase.admin.enrollment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.message.DecisionRow;
import org.postpurchase.admin.message.MessageFacts;
import org.postpurchase.admin.ui.Beside;
import org.postpurchase.admin.ui.ListScreen;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.broadleaf.admin.DecisionRecord;
import org.postpurchase.broadleaf.admin.EnrollmentRecord;
import org.postpurchase.broadleaf.admin.MessageRecord;
import org.postpurchase.broadleaf.admin.PersonRecord;
import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.series.EnrollmentState;
import org.postpurchase.shared.Who;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The enrollments screen. Looking needs READ on {@link EnrollmentRecord}, trying a step again needs
 * UPDATE; decisions and messages are shown to those who may see them.
 */
@Controller
@RequestMapping("/" + EnrollmentsController.SECTION)
class EnrollmentsController extends PageController {
  static final String SECTION = "post-purchase-enrollments";

  private final ListScreen<EnrollmentState> screen = new ListScreen<>(EnrollmentState.class, 25);
  private final AdminAccess access;
  private final EnrollmentFacts facts;
  private final MessageFacts messages;
  private final TryStepAgain again;

  public EnrollmentsController(
      AdminAccess access, EnrollmentFacts facts, MessageFacts messages, TryStepAgain again) {
    this.access = access;
    this.facts = facts;
    this.messages = messages;
    this.again = again;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String list(
      @RequestParam(value = "state", defaultValue = "") String wanted,
      @RequestParam(value = "contact", defaultValue = "") String contact,
      Beside beside,
      Locale locale,
      Model model)
      throws SecurityServiceException {
    access.requireRead(EnrollmentRecord.class);
    Who who = facts.people(contact);
    model.addAttribute(
        "rows", facts.rows(screen.show(model, wanted, contact, who, beside, facts.runs()), locale));
    model.addAttribute("parked", facts.parked());
    model.addAttribute("zone", facts.zone());
    return frame(model, SECTION, "enrollments");
  }

  @RequestMapping(value = "/{id:\\d+}", method = RequestMethod.GET)
  public String detail(
      @PathVariable("id") long id, Locale locale, Model model, HttpServletResponse response)
      throws SecurityServiceException {
    access.requireRead(EnrollmentRecord.class);
    Optional<EnrollmentRow> row = facts.find(id, locale);
    if (!row.isPresent()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      model.addAttribute("missing", "PostPurchase_Missing_Enrollment");
      return frame(model, SECTION, "missing");
    }
    model.addAttribute("row", row.get());
    model.addAttribute("steps", facts.steps(id, locale));
    List<DecisionRow> decisions = messages.decisionsOfEnrollment(id, locale);
    if (access.may(DecisionRecord.class, EntityOperationType.FETCH)) {
      model.addAttribute("decisions", decisions);
    }
    if (access.may(MessageRecord.class, EntityOperationType.FETCH)) {
      model.addAttribute("rows", messages.ofDecisions(decisions, locale));
    }
    model.addAttribute("maySeries", access.may(Series.class, EntityOperationType.FETCH));
    model.addAttribute("mayTryAgain", again.isAllowed());
    model.addAttribute("personLink", access.linkTo(PersonRecord.class, row.get().personLink()));
    model.addAttribute("zone", facts.zone());
    return frame(model, SECTION, "enrollment");
  }

  @RequestMapping(value = "/{id:\\d+}/steps/{step:\\d+}/try-again", method = RequestMethod.POST)
  public String tryAgain(
      @PathVariable("id") long id, @PathVariable("step") long step, RedirectAttributes redirect)
      throws SecurityServiceException {
    boolean due = again.step(id, step);
    tell(redirect, due, due ? "PostPurchase_Flash_DueAgain" : "PostPurchase_Flash_NotParked");
    return "redirect:/" + SECTION + "/" + id;
  }

  /** A reload or a pasted address changes nothing. */
  @RequestMapping(value = "/{id:\\d+}/steps/{step:\\d+}/try-again", method = RequestMethod.GET)
  public String back(@PathVariable("id") long id) {
    return "redirect:/" + SECTION + "/" + id;
  }
}
