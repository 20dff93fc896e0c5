package org.postpurchase.admin.people;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.broadleaf.admin.PersonRecord;
import org.postpurchase.people.Identity;
import org.postpurchase.privacy.ErasureReport;
import org.postpurchase.shared.PostPurchaseException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Hands out what is kept about a person, and erases it after somebody has typed the person's
 * address or number once more. Both by POST: an address in a mail or a bookmark does neither.
 */
@Controller
@RequestMapping("/" + PeopleController.SECTION)
class PrivacyController extends PageController {
  private final AdminAccess access;
  private final PersonFacts facts;
  private final ErasePerson erase;

  public PrivacyController(AdminAccess access, PersonFacts facts, ErasePerson erase) {
    this.access = access;
    this.facts = facts;
    this.erase = erase;
  }

  @RequestMapping(value = "/privacy", method = RequestMethod.GET)
  public String ask(
      PersonActsController.Page page, Locale locale, Model model, HttpServletResponse response)
      throws SecurityServiceException {
    access.requireRead(PersonRecord.class);
    Optional<Identity> person = page.ref().flatMap(facts::find);
    if (!person.isPresent()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      model.addAttribute("missing", "PostPurchase_Missing_Person");
      return frame(model, PeopleController.SECTION, "missing");
    }
    model.addAttribute("person", facts.view(person.get(), locale));
    model.addAttribute("proof", proof(person.get()));
    model.addAttribute("mayPrivacy", access.may(PersonRecord.class, EntityOperationType.UPDATE));
    return frame(model, PeopleController.SECTION, "privacy");
  }

  /** What has to be typed before anything is erased. */
  private static String proof(Identity person) {
    return person.ref.mailbox.isEmpty()
        ? String.valueOf(person.ref.customerId)
        : person.ref.mailbox;
  }

  @RequestMapping(value = "/export", method = RequestMethod.POST)
  public void export(PersonActsController.Page page, HttpServletResponse response)
      throws SecurityServiceException, IOException {
    access.require(
        PersonRecord.class, EntityOperationType.UPDATE, "export personal data", "a person");
    Optional<Identity> person = page.ref().flatMap(facts::find);
    if (!person.isPresent()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    byte[] json = erase.export(person.get()).json().getBytes(StandardCharsets.UTF_8);
    response.setContentType("application/json;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"personal-data.json\"");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(json);
  }

  @RequestMapping(value = "/erase", method = RequestMethod.POST)
  public String erase(
      PersonActsController.Page page,
      @RequestParam(value = "typed", defaultValue = "") String typed,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    access.require(PersonRecord.class, EntityOperationType.UPDATE, "erase person", "a person");
    Optional<Identity> person = page.ref().flatMap(facts::find);
    if (!person.isPresent() || !proof(person.get()).equalsIgnoreCase(typed.trim())) {
      tell(redirect, false, "PostPurchase_Privacy_NotTyped");
      return page.to("/privacy", redirect);
    }
    try {
      ErasureReport report = erase.erase(person.get());
      redirect.addFlashAttribute("rows", report.rows());
      redirect.addFlashAttribute("cancelled", report.cancelled);
      redirect.addFlashAttribute("tables", new ArrayList<>(report.changed.entrySet()));
      redirect.addFlashAttribute("left", new ArrayList<>(report.left.entrySet()));
      redirect.addFlashAttribute("pseudonym", report.pseudonym);
      return "redirect:/" + PeopleController.SECTION + "/erased";
    } catch (PostPurchaseException leaving) {
      tell(redirect, false, "PostPurchase_Privacy_Leaving");
      return page.to("/privacy", redirect);
    }
  }

  /** The report, once. */
  @RequestMapping(value = "/erased", method = RequestMethod.GET)
  public String erased(Model model) throws SecurityServiceException {
    access.requireRead(PersonRecord.class);
    if (!model.containsAttribute("pseudonym")) {
      return "redirect:/" + PeopleController.SECTION;
    }
    return frame(model, PeopleController.SECTION, "erased");
  }

  /** A reload or a pasted address changes nothing. */
  @RequestMapping(
      value = {"/export", "/erase"},
      method = RequestMethod.GET)
  public String lost() {
    return "redirect:/" + PeopleController.SECTION;
  }
}
