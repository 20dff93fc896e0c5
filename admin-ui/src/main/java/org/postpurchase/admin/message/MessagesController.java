package org.postpurchase.admin.message;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.preview.SavedTemplates;
import org.postpurchase.admin.ui.Beside;
import org.postpurchase.admin.ui.ListScreen;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.admin.ui.PersonLink;
import org.postpurchase.broadleaf.admin.DecisionRecord;
import org.postpurchase.broadleaf.admin.MessageRecord;
import org.postpurchase.broadleaf.admin.PersonRecord;
import org.postpurchase.broadleaf.entity.MessageTemplate;
import org.postpurchase.messaging.AgainFilter;
import org.postpurchase.messaging.MessageState;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.Who;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The messages screen. Looking needs READ on {@link MessageRecord}; GET never changes anything. */
@Controller
@RequestMapping("/" + MessagesController.SECTION)
class MessagesController extends PageController {
  public static final String SECTION = "post-purchase-messages";

  private final ListScreen<MessageState> screen = new ListScreen<>(MessageState.class, 25);
  private final AdminAccess access;
  private final MessageFacts facts;
  private final SendAgain sendAgain;
  private final SavedTemplates templates;

  public MessagesController(
      AdminAccess access, MessageFacts facts, SendAgain sendAgain, SavedTemplates templates) {
    this.access = access;
    this.facts = facts;
    this.sendAgain = sendAgain;
    this.templates = templates;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String list(
      @RequestParam(value = "state", defaultValue = "") String wanted,
      @RequestParam(value = "contact", defaultValue = "") String typed,
      Beside beside,
      Locale locale,
      Model model)
      throws SecurityServiceException {
    access.requireRead(MessageRecord.class);
    Who who = facts.people(typed);
    model.addAttribute(
        "rows",
        facts.rows(screen.show(model, wanted, typed, who, beside, facts.messages()), locale));
    model.addAttribute(
        "trouble", sendAgain.trouble().map(trouble -> facts.row(trouble, locale)).orElse(null));
    model.addAttribute("mayRepeat", sendAgain.isAllowed());
    model.addAttribute("purposes", Purpose.values());
    model.addAttribute("zone", facts.zone());
    if (access.may(MessageTemplate.class, EntityOperationType.FETCH)) {
      model.addAttribute("templates", templates.list());
    }
    return frame(model, SECTION, "messages");
  }

  @RequestMapping(value = "/{id:\\d+}", method = RequestMethod.GET)
  public String detail(
      @PathVariable("id") long id, Locale locale, Model model, HttpServletResponse response)
      throws SecurityServiceException {
    access.requireRead(MessageRecord.class);
    Optional<MessageRow> row = facts.find(id, locale);
    if (!row.isPresent()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      model.addAttribute("missing", "PostPurchase_Missing_Message");
      return frame(model, SECTION, "missing");
    }
    model.addAttribute("row", row.get());
    model.addAttribute("personLink", access.linkTo(PersonRecord.class, row.get().personLink()));
    model.addAttribute("rendered", facts.rendered(id).orElse(null));
    if (access.may(DecisionRecord.class, EntityOperationType.FETCH)) {
      model.addAttribute("decisions", facts.decisions(row.get().getOrderId(), locale));
    }
    model.addAttribute("mayRepeat", row.get().isRepeatable() && sendAgain.isAllowed());
    model.addAttribute("zone", facts.zone());
    return frame(model, SECTION, "message");
  }

  /** Everything that was decided about one order, also where nothing was sent. */
  @RequestMapping(value = "/order", method = RequestMethod.GET)
  public String order(
      @RequestParam(value = "number", defaultValue = "") String number,
      Locale locale,
      Model model,
      HttpServletResponse response)
      throws SecurityServiceException {
    access.requireRead(MessageRecord.class);
    Optional<OrderSnapshot> order = facts.order(number.trim());
    model.addAttribute("number", number.trim());
    model.addAttribute("zone", facts.zone());
    if (!order.isPresent()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      model.addAttribute("missing", "PostPurchase_Missing_Order");
      return frame(model, SECTION, "missing");
    }
    List<DecisionRow> decisions = facts.decisions(order.get().orderId, locale);
    if (access.may(DecisionRecord.class, EntityOperationType.FETCH)) {
      model.addAttribute("decisions", decisions);
    }
    model.addAttribute("rows", facts.ofDecisions(decisions, locale));
    model.addAttribute(
        "personLink", access.linkTo(PersonRecord.class, PersonLink.ofOrder(order.get().orderId)));
    return frame(model, SECTION, "order");
  }

  @RequestMapping(value = "/{id:\\d+}/send-again", method = RequestMethod.POST)
  public String sendAgain(@PathVariable("id") long id, RedirectAttributes redirect)
      throws SecurityServiceException {
    boolean queued = sendAgain.message(id);
    tell(
        redirect,
        queued,
        queued ? "PostPurchase_Flash_Queued" : "PostPurchase_Flash_NotRepeatable");
    return "redirect:/" + SECTION + "/" + id;
  }

  /**
   * Everything that failed and fits.
   *
   * @param purpose name of a {@link Purpose}; anything else for both
   * @param reason part of the reason; empty for any
   */
  @RequestMapping(value = "/send-again", method = RequestMethod.POST)
  public String sendAllAgain(
      @RequestParam(value = "purpose", defaultValue = "") String purpose,
      @RequestParam(value = "reason", defaultValue = "") String reason,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    Purpose wanted = null;
    for (Purpose each : Purpose.values()) {
      wanted = each.name().equals(purpose) ? each : wanted;
    }
    int queued = sendAgain.all(new AgainFilter(wanted, reason));
    redirect.addFlashAttribute("queuedAgain", queued);
    tell(
        redirect,
        queued > 0,
        queued > 0 ? "PostPurchase_Flash_QueuedAll" : "PostPurchase_Flash_NoneFailed");
    return "redirect:/" + SECTION;
  }

  @RequestMapping(value = "/try-now", method = RequestMethod.POST)
  public String tryNow(RedirectAttributes redirect) throws SecurityServiceException {
    boolean atRest = sendAgain.tryNow();
    tell(redirect, atRest, atRest ? "PostPurchase_Flash_TriedNow" : "PostPurchase_Flash_NotAtRest");
    return "redirect:/" + SECTION;
  }

  /** A reload or a pasted address changes nothing. */
  @RequestMapping(
      value = {"/send-again", "/try-now"},
      method = RequestMethod.GET)
  public String backToAll() {
    return "redirect:/" + SECTION;
  }

  /** A reload or a pasted address changes nothing. */
  @RequestMapping(value = "/{id:\\d+}/send-again", method = RequestMethod.GET)
  public String back(@PathVariable("id") long id) {
    return "redirect:/" + SECTION + "/" + id;
  }
}
