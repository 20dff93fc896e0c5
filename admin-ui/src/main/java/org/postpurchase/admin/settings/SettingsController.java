package org.postpurchase.admin.settings;

import java.util.Locale;
import java.util.Map;
import javax.annotation.Resource;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.dto.ClassMetadata;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.broadleafcommerce.openadmin.server.security.remote.SecurityVerifier;
import org.broadleafcommerce.openadmin.web.controller.entity.AdminBasicEntityController;
import org.broadleafcommerce.openadmin.web.form.entity.EntityForm;
import org.postpurchase.admin.ui.RefusedPage;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The host's generic list and form, in the admin's language and with a note above the form. */
public abstract class SettingsController extends AdminBasicEntityController {
  private static final String HOST_FOUND_NONE = "Entity not found";

  private final String section;
  private final Class<?> entity;
  private final boolean addable;
  private final ChoiceWords words;

  /** Of the host; who may do what to the entity. */
  @Resource(name = "blAdminSecurityRemoteService")
  private SecurityVerifier verifier;

  /**
   * @param addable whether merchants may add rows at all; who may is for the permissions to say
   */
  SettingsController(String section, Class<?> entity, boolean addable, ChoiceWords words) {
    this.section = section;
    this.entity = entity;
    this.addable = addable;
    this.words = words;
  }

  /**
   * Our section's row in the host's menu names no entity on purpose: an admin without the plugin
   * would try to load that class on every page.
   */
  @Override
  protected String getClassNameForSection(String sectionKey) {
    return section.equals(sectionKey) ? entity.getName() : super.getClassNameForSection(sectionKey);
  }

  /** View that shows the form, below {@code views/}. */
  abstract String formView();

  @Override
  protected String getSectionKey(Map<String, String> pathVars) {
    return section;
  }

  @Override
  protected boolean isAddActionAllowed(String sectionClassName, ClassMetadata metadata) {
    return addable && super.isAddActionAllowed(sectionClassName, metadata);
  }

  /** What removing the row means; asked only where merchants may remove rows. */
  Removal removal(long id, Locale locale) {
    return Removal.impossible("PostPurchase_Problem_NoRemoving");
  }

  /** Adds what the view shows besides the form. */
  void annotate(Model model, long id, Locale locale) {}

  @Override
  @RequestMapping(value = "", method = RequestMethod.GET)
  public String viewEntityList(
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      @PathVariable Map<String, String> pathVars,
      @RequestParam MultiValueMap<String, String> requestParams)
      throws Exception {
    String view = super.viewEntityList(request, response, model, pathVars, requestParams);
    words.translateFilters(model.asMap().get("listGrid"));
    return view;
  }

  /** Whoever may add no row is shown no form for one. */
  @Override
  @RequestMapping(value = "/add", method = RequestMethod.GET)
  public String viewAddEntityForm(
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      @PathVariable Map<String, String> pathVars,
      @RequestParam(defaultValue = "") String entityType)
      throws Exception {
    if (!addable) {
      throw new SecurityServiceException("Rows of this kind are not added here.");
    }
    verifier.securityCheck(entity.getName(), EntityOperationType.ADD);
    return super.viewAddEntityForm(request, response, model, pathVars, entityType);
  }

  @Override
  @RequestMapping(value = "/{id}", method = RequestMethod.GET)
  public String viewEntityForm(
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      @PathVariable Map<String, String> pathVars,
      @PathVariable("id") String id)
      throws Exception {
    if (!id.matches("-?\\d{1,18}")) {
      return missing(model, response);
    }
    String view;
    try {
      view = super.viewEntityForm(request, response, model, pathVars, id);
    } catch (IllegalArgumentException e) { // how the host says that there is none
      if (!HOST_FOUND_NONE.equals(e.getMessage())) {
        throw e;
      }
      return missing(model, response);
    }
    annotate(model, id, request);
    return view;
  }

  @Override
  @RequestMapping(value = "/{id}", method = RequestMethod.POST)
  public String saveEntity(
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      @PathVariable Map<String, String> pathVars,
      @PathVariable("id") String id,
      @ModelAttribute("entityForm") EntityForm entityForm,
      BindingResult result,
      RedirectAttributes redirect)
      throws Exception {
    String view =
        super.saveEntity(request, response, model, pathVars, id, entityForm, result, redirect);
    annotate(model, id, request);
    return view;
  }

  /**
   * Asks before it removes: without {@code sure} it only shows what removing would mean. The host's
   * handler does the rest and answers with the list, or with the form and a reason.
   */
  @Override
  @RequestMapping(value = "/{id}/delete", method = RequestMethod.POST)
  public String removeEntity(
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      @PathVariable Map<String, String> pathVars,
      @PathVariable("id") String id,
      @ModelAttribute("entityForm") EntityForm entityForm,
      BindingResult result)
      throws Exception {
    boolean known = id.matches("\\d{1,18}");
    Locale locale = RequestContextUtils.getLocale(request);
    verifier.securityCheck(entity.getName(), EntityOperationType.REMOVE);
    if (known && request.getParameter("sure") == null) {
      String view = viewEntityForm(request, response, model, pathVars, id);
      if (formView().equals(model.asMap().get("viewType"))) {
        model.addAttribute("removal", removal(Long.parseLong(id), locale));
        model.addAttribute("viewType", "post-purchase/removal");
        Object form = model.asMap().get("entityForm");
        if (form instanceof EntityForm) { // nothing is saved from here
          ((EntityForm) form).removeAllActions();
        }
      }
      return view;
    }
    String done = known ? removal(Long.parseLong(id), locale).done() : "";
    String view = super.removeEntity(request, response, model, pathVars, id, entityForm, result);
    if (("redirect:/" + section).equals(view)) {
      RequestContextUtils.getOutputFlashMap(request).put("headerFlash", done);
    }
    return view;
  }

  /** A reload or a pasted address removes nothing. */
  @RequestMapping(value = "/{id}/delete", method = RequestMethod.GET)
  public String back(@PathVariable("id") String id) {
    return "redirect:/" + section + (id.matches("\\d{1,18}") ? "/" + id : "");
  }

  @ExceptionHandler(SecurityServiceException.class)
  @ResponseStatus(HttpStatus.FORBIDDEN)
  public ModelAndView refused(SecurityServiceException refusal) {
    return RefusedPage.of(refusal);
  }

  private String missing(Model model, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    setModelAttributes(model, section);
    model.addAttribute("missing", "PostPurchase_Missing_Record");
    model.addAttribute("viewType", "post-purchase/missing");
    return "modules/defaultContainer";
  }

  private void annotate(Model model, String id, HttpServletRequest request) {
    if ("entityEdit".equals(model.asMap().get("viewType")) && id.matches("\\d{1,18}")) {
      model.addAttribute("viewType", formView());
      model.addAttribute("recordId", id);
      annotate(model, Long.parseLong(id), RequestContextUtils.getLocale(request));
    }
  }
}
