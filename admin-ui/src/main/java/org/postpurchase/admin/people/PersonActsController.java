package org.postpurchase.admin.people;

import java.util.Optional;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.points.GivePoints;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.broadleaf.admin.PersonRecord;
import org.postpurchase.people.Identity;
import org.postpurchase.person.PersonRef;
import org.postpurchase.shared.EmailAddress;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What people at the desk do on the page of one person. Every action asks for its own permission
 * and leads back to the page.
 */
@Controller
@RequestMapping("/" + PeopleController.SECTION)
class PersonActsController extends PageController {
  private final AdminAccess access;
  private final PersonFacts facts;
  private final ActOnRun runs;
  private final GivePoints give;

  public PersonActsController(
      AdminAccess access, PersonFacts facts, ActOnRun runs, GivePoints give) {
    this.access = access;
    this.facts = facts;
    this.runs = runs;
    this.give = give;
  }

  /** Whose page a form was on. */
  public static final class Page {
    private long customer;
    private String mailbox = "";

    public void setCustomer(String id) {
      customer = id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    }

    public void setMailbox(String address) {
      mailbox = address.length() > 254 ? "" : EmailAddress.keyOf(address.trim());
    }

    String back(RedirectAttributes redirect) {
      if (customer == 0) {
        redirect.addAttribute("mailbox", mailbox);
      }
      return "redirect:" + PersonView.path(customer);
    }

    /** A page about the person beside the person's own. */
    String to(String path, RedirectAttributes redirect) {
      redirect.addAttribute("customer", customer);
      redirect.addAttribute("mailbox", mailbox);
      return "redirect:/" + PeopleController.SECTION + path;
    }

    Optional<PersonRef> ref() {
      if (customer > 0) {
        return Optional.of(PersonRef.ofCustomer(customer));
      }
      return mailbox.isEmpty() ? Optional.empty() : Optional.of(PersonRef.ofMailbox(mailbox));
    }
  }

  @RequestMapping(value = "/act", method = RequestMethod.POST)
  public String act(
      Page page,
      @RequestParam(value = "act", defaultValue = "") String act,
      @RequestParam(value = "run", defaultValue = "0") long run,
      @RequestParam(value = "step", defaultValue = "0") long step,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    access.requireRead(PersonRecord.class);
    for (ActOnRun.Act each : ActOnRun.Act.values()) {
      if (each.name().equals(act)) {
        String said = runs.act(each, run, step).name();
        boolean good = said.equals("DONE");
        tell(redirect, good, "PostPurchase_People_Flash_" + (good ? act : said));
      }
    }
    return page.back(redirect);
  }

  @RequestMapping(value = "/pause", method = RequestMethod.POST)
  public String pause(
      Page page,
      @RequestParam(value = "begin", defaultValue = "false") boolean begin,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    access.requireRead(PersonRecord.class);
    String mailbox = page.ref().flatMap(facts::find).map(found -> found.ref.mailbox).orElse("");
    boolean good = runs.pause(mailbox, begin);
    tell(
        redirect,
        good,
        good
            ? "PostPurchase_People_Flash_" + (begin ? "PAUSE" : "RESUME")
            : "PostPurchase_People_Flash_NoMailbox");
    return page.back(redirect);
  }

  @RequestMapping(value = "/points", method = RequestMethod.POST)
  public String points(
      Page page,
      @RequestParam(value = "points", defaultValue = "") String points,
      @RequestParam(value = "reason", defaultValue = "") String reason,
      @RequestParam(value = "note", defaultValue = "") String note,
      @RequestParam(value = "token", defaultValue = "") String token,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    access.requireRead(PersonRecord.class);
    Optional<Identity> person = page.ref().flatMap(facts::find);
    if (!person.isPresent() || person.get().ref.customerId == 0) {
      tell(redirect, false, "PostPurchase_Flash_NotOpened");
      return page.back(redirect);
    }
    long account = facts.account(person.get());
    GivePoints.Result result =
        give.give(account, person.get().ref.customerId, points, reason, note, token);
    tell(redirect, result.good, result.messageKey);
    if (!result.good) {
      redirect.addFlashAttribute("typed", result.typed);
      redirect.addFlashAttribute("problems", result.problems);
    }
    return page.back(redirect);
  }

  @RequestMapping(value = "/undo", method = RequestMethod.POST)
  public String undo(
      Page page,
      @RequestParam(value = "account", defaultValue = "0") long account,
      @RequestParam(value = "posting", defaultValue = "0") long posting,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    access.requireRead(PersonRecord.class);
    GivePoints.Result result = give.undo(account, posting);
    tell(redirect, result.good, result.messageKey);
    return page.back(redirect);
  }

  /** A reload or a pasted address changes nothing. */
  @RequestMapping(
      value = {"/act", "/pause", "/points", "/undo"},
      method = RequestMethod.GET)
  public String lost() {
    return "redirect:/" + PeopleController.SECTION;
  }
}
