package org.postpurchase.admin.survey;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.Beside;
import org.postpurchase.admin.ui.ListScreen;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.broadleaf.admin.SurveyRecord;
import org.postpurchase.shared.Shop;
import org.postpurchase.survey.QuestionKind;
import org.postpurchase.survey.Survey;
import org.postpurchase.survey.TellChanges;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The merchant's surveys, and what people answered. Looking needs READ on {@link SurveyRecord},
 * everything else UPDATE.
 */
@Controller
@RequestMapping("/" + SurveysController.SECTION)
class SurveysController extends PageController {
  static final String SECTION = "post-purchase-surveys";
  private static final String ID = "/{id:\\d{1,18}}";
  private static final int PAGE_SIZE = 30;

  private final AdminAccess access;
  private final SurveyFacts facts;
  private final EditSurvey edit;
  private final Shop shop;
  private final Words words;

  public SurveysController(
      AdminAccess access, SurveyFacts facts, EditSurvey edit, Shop shop, Words words) {
    this.access = access;
    this.facts = facts;
    this.edit = edit;
    this.shop = shop;
    this.words = words;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String list(Locale locale, Model model) throws SecurityServiceException {
    access.requireRead(SurveyRecord.class);
    model.addAttribute("rows", facts.rows(new Moments(shop.zone, locale)));
    model.addAttribute("mayEdit", mayEdit());
    return frame(model, SECTION, "surveys");
  }

  @RequestMapping(value = "/new", method = RequestMethod.GET)
  public String fresh(Locale locale, Model model) throws SecurityServiceException {
    access.requireRead(SurveyRecord.class);
    if (!model.containsAttribute("survey")) {
      model.addAttribute(
          "survey",
          SurveyForm.fresh(
              words.filled("PostPurchase_Surveys_Recommend", locale, shop.name),
              words.filled("PostPurchase_Surveys_Why", locale)));
    }
    return form(model);
  }

  private String form(Model model) {
    model.addAttribute("kinds", QuestionKind.values());
    model.addAttribute("mayEdit", mayEdit());
    return frame(model, SECTION, "survey");
  }

  @RequestMapping(value = ID, method = RequestMethod.GET)
  public String one(
      @PathVariable("id") long id,
      Beside beside,
      Locale locale,
      Model model,
      HttpServletResponse response)
      throws SecurityServiceException {
    access.requireRead(SurveyRecord.class);
    Optional<Survey> found = facts.find(id);
    if (!found.isPresent()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      model.addAttribute("missing", "PostPurchase_Missing_Record");
      return frame(model, SECTION, "missing");
    }
    Survey survey = found.get();
    Moments moments = new Moments(shop.zone, locale);
    if (!model.containsAttribute("survey")) {
      model.addAttribute("survey", SurveyForm.of(survey));
    }
    model.addAttribute("saved", new SurveyFacts.Row(survey, 0, moments));
    model.addAttribute("results", facts.results(survey, locale));
    model.addAttribute("state", "");
    model.addAttribute("listPath", "/" + SECTION + "/" + id);
    model.addAttribute(
        "comments",
        SurveyFacts.comments(
            ListScreen.turn(model, "", facts.comments(id, beside.page(PAGE_SIZE))), moments));
    model.addAttribute("zone", shop.zone.getId());
    return form(model);
  }

  @RequestMapping(value = "/save", method = RequestMethod.POST)
  public String save(HttpServletRequest request, RedirectAttributes redirect)
      throws SecurityServiceException {
    Map<String, String> typed = new LinkedHashMap<>();
    for (String field : SurveyForm.FIELDS) {
      typed.put(field, request.getParameter(field) == null ? "" : request.getParameter(field));
    }
    long id = number(request.getParameter("id"));
    int edition = (int) number(request.getParameter("edition"));
    typed.put("id", String.valueOf(id));
    typed.put("edition", String.valueOf(edition));
    access.require(SurveyRecord.class, EntityOperationType.UPDATE, "edit survey", "survey " + id);
    SurveyForm form = new SurveyForm(typed);
    Map<String, String> problems = form.problems();
    if (!problems.isEmpty()) {
      redirect.addFlashAttribute("survey", typed);
      redirect.addFlashAttribute("problems", problems);
      tell(redirect, false, "PostPurchase_Surveys_Flash_NotSaved");
      return back(id);
    }
    if (id == 0) {
      long created = edit.create(form);
      tell(redirect, true, "PostPurchase_Surveys_Flash_Saved");
      return back(created);
    }
    boolean saved = edit.save(id, edition, form);
    if (!saved) {
      redirect.addFlashAttribute("survey", typed);
    }
    return told(redirect, id, saved, "PostPurchase_Surveys_Flash_Saved");
  }

  @RequestMapping(value = ID + "/publish", method = RequestMethod.POST)
  public String publish(
      @PathVariable("id") long id,
      @RequestParam("edition") int edition,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    return told(redirect, id, edit.publish(id, edition), "PostPurchase_Surveys_Flash_Published");
  }

  @RequestMapping(value = ID + "/off", method = RequestMethod.POST)
  public String off(
      @PathVariable("id") long id,
      @RequestParam("edition") int edition,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    return told(redirect, id, edit.switchOff(id, edition), "PostPurchase_Surveys_Flash_Off");
  }

  /** Those who answered are told what was changed, by a series that begins with that. */
  @RequestMapping(value = ID + "/changes", method = RequestMethod.POST)
  public String changes(
      @PathVariable("id") long id,
      @RequestParam("changes") String changes,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    String typed = changes.trim();
    boolean fits =
        !typed.isEmpty() && typed.codePointCount(0, typed.length()) <= TellChanges.TEXT_MAX;
    if (!fits) {
      access.require(
          SurveyRecord.class, EntityOperationType.UPDATE, "tell changes", "survey " + id);
      redirect.addFlashAttribute("typedChanges", changes);
      tell(redirect, false, "PostPurchase_Surveys_Flash_NoChanges");
      return back(id);
    }
    int told = edit.tellChanges(id, typed);
    tell(redirect, told > 0, "PostPurchase_Surveys_Flash_" + (told > 0 ? "Told" : "NobodyTold"));
    return back(id);
  }

  /** A reload or a pasted address changes nothing. */
  @RequestMapping(
      value = {"/save", ID + "/publish", ID + "/off", ID + "/changes"},
      method = RequestMethod.GET)
  public String lost() {
    return "redirect:/" + SECTION;
  }

  private boolean mayEdit() {
    return access.may(SurveyRecord.class, EntityOperationType.UPDATE);
  }

  private static long number(String text) {
    return text != null && text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
  }

  private static String told(RedirectAttributes redirect, long id, boolean done, String words) {
    tell(redirect, done, done ? words : "PostPurchase_Surveys_Flash_Changed");
    return back(id);
  }

  private static String back(long id) {
    return "redirect:/" + SECTION + "/" + (id == 0 ? "new" : String.valueOf(id));
  }
}
