package org.postpurchase.admin.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.Beside;
import org.postpurchase.admin.ui.ListScreen;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.broadleaf.admin.CaseRecord;
import org.postpurchase.broadleaf.admin.ContentRecord;
import org.postpurchase.broadleaf.admin.PersonRecord;
import org.postpurchase.service.CaseState;
import org.postpurchase.service.Cases;
import org.postpurchase.service.ServiceCase;
import org.postpurchase.shared.ListPage;
import org.postpurchase.shared.PageOf;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The queue of cases and each of them. Looking needs READ on {@link CaseRecord}, everything else
 * UPDATE.
 */
@Controller
@RequestMapping("/" + CasesController.SECTION)
class CasesController extends PageController {
  static final String SECTION = "post-purchase-cases";
  private static final String ID = "/{id:\\d{1,18}}";
  private static final int PAGE_SIZE = 30;

  private final AdminAccess access;
  private final CaseFacts facts;
  private final WorkOnCase work;

  public CasesController(AdminAccess access, CaseFacts facts, WorkOnCase work) {
    this.access = access;
    this.facts = facts;
    this.work = work;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String list(
      @RequestParam(value = "state", defaultValue = "OPEN") String state,
      @RequestParam(value = "contact", defaultValue = "") String contact,
      Beside beside,
      Locale locale,
      Model model)
      throws SecurityServiceException {
    access.requireRead(CaseRecord.class);
    model.addAttribute("active", facts.isActive());
    new ListScreen<>(CaseState.class, PAGE_SIZE)
        .show(
            model,
            state,
            contact,
            beside,
            new ListScreen.Source<CaseState, CaseRow>() {
              @Override
              public int countUpTo(int most, CaseState chosen, String search) {
                return facts.countUpTo(most, chosen, search);
              }

              @Override
              public PageOf<CaseRow> page(CaseState chosen, String search, ListPage page) {
                return facts.page(chosen, search, page, locale);
              }
            });
    model.addAttribute("zone", facts.shop.zone.getId());
    return frame(model, SECTION, "cases");
  }

  @RequestMapping(value = ID, method = RequestMethod.GET)
  public String one(
      @PathVariable("id") long id, Locale locale, Model model, HttpServletResponse response)
      throws SecurityServiceException {
    access.requireRead(CaseRecord.class);
    Optional<ServiceCase> found = facts.find(id);
    if (!found.isPresent()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      model.addAttribute("missing", "PostPurchase_Missing_Record");
      return frame(model, SECTION, "missing");
    }
    ServiceCase one = found.get();
    model.addAttribute("row", facts.row(one, locale));
    model.addAttribute("events", facts.events(one, locale));
    model.addAttribute("pauses", facts.pauses(one, locale));
    model.addAttribute("lines", facts.lines(one, locale));
    model.addAttribute("others", facts.others(one, locale));
    model.addAttribute("personLink", access.linkTo(PersonRecord.class, facts.personLink(one)));
    model.addAttribute("me", access.actor());
    model.addAttribute("mayContent", access.may(ContentRecord.class, EntityOperationType.UPDATE));
    model.addAttribute("mayWork", access.may(CaseRecord.class, EntityOperationType.UPDATE));
    model.addAttribute("zone", facts.shop.zone.getId());
    return frame(model, SECTION, "case");
  }

  @RequestMapping(value = ID + "/act", method = RequestMethod.POST)
  public String act(
      @PathVariable("id") long id,
      @RequestParam("edition") int edition,
      @RequestParam(value = "act", defaultValue = "") String act,
      @RequestParam(value = "words", defaultValue = "") String words,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    access.requireRead(CaseRecord.class);
    if (words.codePointCount(0, words.length()) > Cases.NOTE_MAX) {
      redirect.addFlashAttribute("typed", words);
      tell(redirect, false, "PostPurchase_Cases_Flash_Long");
      return back(id);
    }
    for (WorkOnCase.Act each : WorkOnCase.Act.values()) {
      if (each.name().equals(act)) {
        Cases.Outcome outcome = work.act(id, edition, each, words);
        if (outcome != Cases.Outcome.DONE) {
          redirect.addFlashAttribute("typed", words);
        }
        tell(redirect, outcome == Cases.Outcome.DONE, "PostPurchase_Cases_Flash_" + outcome);
        return back(id);
      }
    }
    tell(redirect, false, "PostPurchase_Cases_Flash_" + Cases.Outcome.NOTHING_TO_DO);
    return back(id);
  }

  /** All cases of a tab, for other programs. */
  @RequestMapping(value = "/cases.csv", method = RequestMethod.GET)
  public void csv(
      @RequestParam(value = "state", defaultValue = "") String state, HttpServletResponse response)
      throws SecurityServiceException, IOException {
    access.requireRead(CaseRecord.class);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"cases.csv\"");
    response.setHeader("X-Content-Type-Options", "nosniff");
    CaseState chosen = new ListScreen<>(CaseState.class, PAGE_SIZE).state(state);
    byte[] file = new CaseCsv(facts).of(chosen).getBytes(StandardCharsets.UTF_8);
    response.getOutputStream().write(file);
  }

  /** A reload or a pasted address changes nothing. */
  @RequestMapping(value = ID + "/act", method = RequestMethod.GET)
  public String lost(@PathVariable("id") long id) {
    return back(id);
  }

  private static String back(long id) {
    return "redirect:/" + SECTION + "/" + id;
  }
}
