package org.postpurchase.admin.settings;

import java.util.Locale;
import org.postpurchase.admin.preview.TemplateHistory;
import org.postpurchase.broadleaf.entity.MessageTemplate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the merchant edits the mails, with every wording that they ever had below the form. */
@Controller
@RequestMapping("/post-purchase-templates")
class TemplatesController extends SettingsController {
  private final TemplateHistory history;

  public TemplatesController(ChoiceWords words, TemplateHistory history) {
    super("post-purchase-templates", MessageTemplate.class, false, words);
    this.history = history;
  }

  @Override
  String formView() {
    return "post-purchase/templateForm";
  }

  @Override
  void annotate(Model model, long id, Locale locale) {
    model.addAttribute("versions", history.of(id, locale));
  }
}
