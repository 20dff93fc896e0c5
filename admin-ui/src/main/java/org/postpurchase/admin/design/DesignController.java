package org.postpurchase.admin.design;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.JsonAnswer;
import org.postpurchase.admin.ui.JsonText;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.broadleaf.entity.SeriesStep;
import org.postpurchase.shared.UnreadableJsonException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The designer of series. Looking needs READ on {@link Series} and {@link SeriesStep}, saving
 * UPDATE on both, adding ADD on {@link Series}.
 */
@Controller
@RequestMapping("/" + DesignController.SECTION)
class DesignController extends PageController {
  static final String SECTION = "post-purchase-designer";
  private static final int NAME_MAX = 120;

  private final AdminAccess access;
  private final DesignParts parts;
  private final DesignFacts facts;
  private final SaveDesign save;
  private final SeriesTests tests;
  private final MovePeople people;
  private final Words words;

  public DesignController(
      AdminAccess access,
      DesignParts parts,
      DesignFacts facts,
      SaveDesign save,
      SeriesTests tests,
      MovePeople people) {
    this.access = access;
    this.parts = parts;
    this.facts = facts;
    this.save = save;
    this.tests = tests;
    this.people = people;
    words = facts.words();
  }

  private void requireRead() throws SecurityServiceException {
    access.requireRead(Series.class);
    access.requireRead(SeriesStep.class);
  }

  private boolean mayEdit() {
    return access.may(Series.class, EntityOperationType.UPDATE)
        && access.may(SeriesStep.class, EntityOperationType.UPDATE);
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String list(Model model) throws SecurityServiceException {
    requireRead();
    model.addAttribute("rows", facts.all());
    model.addAttribute("triggers", facts.triggerChoices());
    model.addAttribute("mayAdd", access.may(Series.class, EntityOperationType.ADD));
    return frame(model, SECTION, "designer");
  }

  @RequestMapping(value = "/add", method = RequestMethod.POST)
  public String add(
      @RequestParam("name") String name,
      @RequestParam("trigger") String trigger,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    access.require(Series.class, EntityOperationType.ADD, "add series", "series");
    boolean good =
        !name.trim().isEmpty()
            && name.codePointCount(0, name.length()) <= NAME_MAX
            && facts.triggerChoices().containsKey(trigger);
    if (!good) {
      tell(redirect, false, "PostPurchase_Design_Bad_Name");
      return "redirect:/" + SECTION;
    }
    tell(redirect, true, "PostPurchase_Design_Added");
    return "redirect:/" + SECTION + "/" + save.add(name.trim(), trigger);
  }

  @RequestMapping(value = "/{id:\\d+}", method = RequestMethod.GET)
  public String one(
      @PathVariable("id") long id, Locale locale, Model model, HttpServletResponse response)
      throws SecurityServiceException {
    requireRead();
    Optional<Map<String, Object>> form = facts.form(id);
    Optional<org.postpurchase.series.Series> series =
        parts.base.transactions.call(() -> parts.series.catalog.find(id));
    if (!form.isPresent() || !series.isPresent()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      model.addAttribute("missing", "PostPurchase_Missing_Record");
      return frame(model, SECTION, "missing");
    }
    int inside = parts.base.transactions.call(() -> parts.series.enrollments.countActive(id));
    model.addAttribute("id", id);
    model.addAttribute("name", series.get().draft.name);
    model.addAttribute("status", series.get().status.name());
    model.addAttribute("liveVersion", series.get().liveVersion);
    model.addAttribute(
        "since", new Moments(parts.base.shop.zone, locale).of(series.get().activeSince));
    model.addAttribute("inside", inside);
    model.addAttribute("effects", JsonText.of(effects(inside, locale)));
    model.addAttribute("earlier", people.waiting(series.get()));
    model.addAttribute("unpublished", facts.unpublished(series.get(), locale));
    model.addAttribute("edition", form.get().remove("edition"));
    model.addAttribute("form", JsonText.of(form.get()));
    model.addAttribute("setup", JsonText.of(facts.setup(locale)));
    model.addAttribute("counts", JsonText.of(facts.counts(id, locale)));
    model.addAttribute("comparing", parts.splitTests().running(id));
    model.addAttribute("mayEdit", mayEdit());
    model.addAttribute("me", tests.address());
    return frame(model, SECTION, "design");
  }

  /** What each status does to whom, before it does it. */
  private Map<String, Object> effects(int inside, Locale locale) {
    Map<String, Object> effects = new LinkedHashMap<>();
    for (String status : new String[] {"DRAFT", "ACTIVE", "PAUSED"}) {
      effects.put(status, words.filled("PostPurchase_Design_Effect_" + status, locale, inside));
    }
    return effects;
  }

  @RequestMapping(value = "/{id:\\d+}/save", method = RequestMethod.POST)
  public void save(
      @PathVariable("id") long id,
      @RequestParam("edition") int edition,
      @RequestParam("status") String status,
      HttpServletRequest request,
      Locale locale,
      HttpServletResponse response)
      throws SecurityServiceException, IOException {
    access.require(Series.class, EntityOperationType.UPDATE, "design series", "series " + id);
    Map<String, Object> answer = new LinkedHashMap<>();
    try {
      DesignForm form = DesignForm.of(String.valueOf(request.getParameter("design")));
      Optional<Integer> saved = save.save(id, edition, status, form);
      if (saved.isPresent()) {
        answer.put("edition", saved.get());
        answer.put("told", words.filled("PostPurchase_Design_Flash_" + status, locale));
        facts.form(id).ifPresent(now -> answer.put("form", now));
      } else {
        answer.put("conflict", words.filled("PostPurchase_Design_Conflict", locale));
        facts
            .form(id)
            .ifPresent(
                theirs -> {
                  answer.put("edition", theirs.remove("edition"));
                  answer.put("form", theirs);
                });
      }
    } catch (UnreadableJsonException unreadable) {
      answer.put("problems", new ArrayList<>());
      answer.put("broken", unreadable.getMessage());
    } catch (SaveDesign.RefusedException refused) {
      answer.put("problems", facts.problems(refused, locale));
    }
    JsonAnswer.write(response, answer);
  }

  /** Moves who is inside to the live version. */
  @RequestMapping(value = "/{id:\\d+}/move", method = RequestMethod.POST)
  public String move(@PathVariable("id") long id, RedirectAttributes redirect)
      throws SecurityServiceException {
    int moved = people.move(id);
    tell(
        redirect,
        moved > 0,
        moved > 0 ? "PostPurchase_Design_MovedFlash" : "PostPurchase_Design_NobodyMoved");
    redirect.addFlashAttribute("moved", moved);
    return "redirect:/" + SECTION + "/" + id;
  }

  /** Sends each mail of the series as it is saved, with a made-up order, to the user who asks. */
  @RequestMapping(value = "/{id:\\d+}/tests", method = RequestMethod.POST)
  public String sendTests(@PathVariable("id") long id, Locale locale, RedirectAttributes redirect)
      throws SecurityServiceException {
    access.require(Series.class, EntityOperationType.UPDATE, "send test series", "series " + id);
    List<String> keys = new ArrayList<>();
    for (SeriesStep step : facts.steps(id)) {
      boolean sends = !"BRANCH".equals(step.getStepKind()) && !Boolean.TRUE.equals(step.getOff());
      if (sends && !keys.contains(step.getTemplateKey())) {
        keys.add(step.getTemplateKey());
      }
    }
    boolean sent = !keys.isEmpty() && tests.send(keys, locale);
    tell(
        redirect,
        sent,
        sent ? "PostPurchase_Design_TestsSent" : "PostPurchase_Design_TestsNotSent");
    return "redirect:/" + SECTION + "/" + id;
  }
}
