package org.postpurchase.admin.settings;

import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.dto.ClassMetadata;
import org.broadleafcommerce.openadmin.web.controller.entity.AdminBasicEntityController;
import org.broadleafcommerce.openadmin.web.form.entity.EntityForm;
import org.postpurchase.admin.ui.RefusedPage;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The host's generic list and form, without the button to add and with a note above the form. */
public abstract class SettingsController extends AdminBasicEntityController {
  private final String section;
  private final Class<?> entity;

  SettingsController(String section, Class<?> entity) {
    this.section = section;
    this.entity = entity;
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
    return false;
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
    String view = super.viewEntityForm(request, response, model, pathVars, id);
    annotate(model, id);
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
    annotate(model, id);
    return view;
  }

  @ExceptionHandler(SecurityServiceException.class)
  @ResponseStatus(HttpStatus.FORBIDDEN)
  public ModelAndView refused(SecurityServiceException refusal) {
    return RefusedPage.of(refusal);
  }

  private void annotate(Model model, String id) {
    if ("entityEdit".equals(model.asMap().get("viewType"))) {
      model.addAttribute("viewType", formView());
      model.addAttribute("recordId", id);
    }
  }
}
