package org.postpurchase.admin.people;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.message.MessageFacts;
import org.postpurchase.admin.points.GivePoints;
import org.postpurchase.admin.points.PointsFacts;
import org.postpurchase.admin.points.PointsReason;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.broadleaf.admin.MessageRecord;
import org.postpurchase.broadleaf.admin.PersonRecord;
import org.postpurchase.broadleaf.admin.PointsRecord;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.people.Cursor;
import org.postpurchase.people.EntryKind;
import org.postpurchase.people.FindPerson;
import org.postpurchase.people.Identity;
import org.postpurchase.people.TimelineEntry;
import org.postpurchase.person.PersonRef;
import org.postpurchase.shared.EmailAddress;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Finds people and shows one of them: who it is, what waits, and everything that happened. Looking
 * needs READ on {@link PersonRecord}; each kind of entry needs READ on its own record too.
 */
@Controller
@RequestMapping("/" + PeopleController.SECTION)
class PeopleController extends PageController {
  static final String SECTION = "post-purchase-people";
  private static final int FOUND_MAX = 50;
  private static final int PAGE_SIZE = 40;

  private final AdminAccess access;
  private final PersonFacts facts;
  private final MessageFacts messages;
  private final PointsFacts points;
  private final GivePoints give;
  private final ActOnRun runs;

  public PeopleController(
      AdminAccess access,
      PersonFacts facts,
      MessageFacts messages,
      PointsFacts points,
      GivePoints give,
      ActOnRun runs) {
    this.access = access;
    this.facts = facts;
    this.messages = messages;
    this.points = points;
    this.give = give;
    this.runs = runs;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String search(@RequestParam(value = "q", defaultValue = "") String typed, Model model)
      throws SecurityServiceException {
    access.requireRead(PersonRecord.class);
    String text = typed.replaceAll("\\p{Cntrl}", " ").trim();
    model.addAttribute("q", text);
    model.addAttribute("asked", !text.isEmpty());
    if (!text.isEmpty()) {
      List<?> found = facts.search(text, FOUND_MAX + 1);
      model.addAttribute("many", found.size() > FOUND_MAX);
      model.addAttribute("found", found.subList(0, Math.min(FOUND_MAX, found.size())));
    }
    return frame(model, SECTION, "people");
  }

  @RequestMapping(value = "/c{id:\\d{1,18}}", method = RequestMethod.GET)
  public String customer(
      @PathVariable("id") long id,
      @RequestParam(value = "kind", defaultValue = "") String kind,
      @RequestParam(value = "behind", defaultValue = "") String behind,
      Locale locale,
      Model model,
      HttpServletResponse response)
      throws SecurityServiceException {
    access.requireRead(PersonRecord.class);
    Optional<Identity> found = id == 0 ? Optional.empty() : facts.find(PersonRef.ofCustomer(id));
    return show(found, kind, behind, locale, model, response);
  }

  @RequestMapping(value = "/guest", method = RequestMethod.GET)
  public String guest(
      @RequestParam(value = "mailbox", defaultValue = "") String mailbox,
      @RequestParam(value = "kind", defaultValue = "") String kind,
      @RequestParam(value = "behind", defaultValue = "") String behind,
      Locale locale,
      Model model,
      HttpServletResponse response)
      throws SecurityServiceException {
    access.requireRead(PersonRecord.class);
    String key = mailbox.length() > 254 ? "" : EmailAddress.keyOf(mailbox.trim());
    Optional<Identity> found =
        key.isEmpty() ? Optional.empty() : facts.find(PersonRef.ofMailbox(key));
    if (found.isPresent() && found.get().ref.customerId > 0) {
      return "redirect:" + PersonView.path(found.get().ref.customerId);
    }
    return show(found, kind, behind, locale, model, response);
  }

  /** From a page of the host to the page of the person behind it. */
  @RequestMapping(value = "/of-{kind:order|customer}/{id:\\d{1,18}}", method = RequestMethod.GET)
  public String behind(
      @PathVariable("kind") String kind,
      @PathVariable("id") long id,
      Locale locale,
      Model model,
      RedirectAttributes redirect,
      HttpServletResponse response)
      throws SecurityServiceException {
    access.requireRead(PersonRecord.class);
    Optional<PersonRef> person =
        facts.behind(FindPerson.HostRecord.valueOf(kind.toUpperCase(Locale.ROOT)), id);
    if (!person.isPresent()) {
      return show(Optional.empty(), "", "", locale, model, response);
    }
    if (person.get().customerId == 0) {
      redirect.addAttribute("mailbox", person.get().mailbox);
    }
    return "redirect:" + PersonView.path(person.get().customerId);
  }

  private String show(
      Optional<Identity> found,
      String kind,
      String behind,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    if (!found.isPresent()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      model.addAttribute("missing", "PostPurchase_Missing_Person");
      return frame(model, SECTION, "missing");
    }
    Identity person = found.get();
    PersonView view = facts.view(person, locale);
    Set<EntryKind> may = facts.kinds();
    Set<EntryKind> wanted = chosen(kind, may);
    model.addAttribute("person", view);
    model.addAttribute("kinds", may);
    model.addAttribute("kind", wanted.equals(may) ? "" : kind);
    timeline(person, wanted, behind, locale, model);
    model.addAttribute("isFirstPage", !Cursor.parse(behind).isPresent());
    model.addAttribute("waits", facts.waits(person, locale));
    model.addAttribute("mayAct", runs.isAllowed());
    model.addAttribute("pauseDays", ActOnRun.PAUSE_DAYS);
    model.addAttribute(
        "pausedUntil",
        runs.pausedUntil(person.ref.mailbox).map(at -> facts.said(at, locale)).orElse(""));
    boolean mayPoints = access.may(PointsRecord.class, EntityOperationType.FETCH);
    boolean hasProgramme = mayPoints && points.programme().isPresent();
    if (mayPoints && view.getAccountId() > 0) {
      model.addAttribute("balance", points.balance(view.getAccountId(), locale));
    }
    model.addAttribute("mayGive", hasProgramme && !view.isGuest() && give.isAllowed());
    model.addAttribute("reasons", PointsReason.values());
    model.addAttribute("token", UUID.randomUUID().toString());
    model.addAttribute("mayPrivacy", access.may(PersonRecord.class, EntityOperationType.UPDATE));
    model.addAttribute("zone", facts.zone());
    return frame(model, SECTION, "person");
  }

  private void timeline(
      Identity person, Set<EntryKind> wanted, String behind, Locale locale, Model model) {
    List<TimelineEntry> entries =
        facts.entries(person, wanted, Cursor.parse(behind).orElse(null), PAGE_SIZE + 1);
    boolean more = entries.size() > PAGE_SIZE;
    List<TimelineEntry> shown = more ? entries.subList(0, PAGE_SIZE) : entries;
    model.addAttribute("entries", facts.rows(shown, locale));
    model.addAttribute("older", more ? Cursor.behind(shown.get(PAGE_SIZE - 1)).toString() : "");
  }

  private static Set<EntryKind> chosen(String kind, Set<EntryKind> may) {
    for (EntryKind each : may) {
      if (each.name().equals(kind)) {
        return EnumSet.of(each);
      }
    }
    return may;
  }

  /** One mail, for a frame of the page that lets nothing of it run. */
  @RequestMapping(value = "/mail/{id:\\d{1,18}}", method = RequestMethod.GET)
  public void mail(@PathVariable("id") long id, HttpServletResponse response)
      throws SecurityServiceException, IOException {
    access.requireRead(PersonRecord.class);
    access.requireRead(MessageRecord.class);
    Optional<RenderedMessage> mail = messages.rendered(id);
    response.setStatus(mail.isPresent() ? 200 : HttpServletResponse.SC_NOT_FOUND);
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Content-Security-Policy", "sandbox; script-src 'none'; object-src 'none'");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "SAMEORIGIN");
    response.setHeader("Referrer-Policy", "no-referrer");
    byte[] body = mail.map(m -> m.html).orElse("").getBytes(StandardCharsets.UTF_8);
    response.getOutputStream().write(body);
  }
}
