package org.postpurchase.admin.settings;

import org.postpurchase.broadleaf.entity.ConfirmationPrompt;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the merchant edits what the confirmation page says. */
@Controller
@RequestMapping("/post-purchase-prompts")
class PromptsController extends SettingsController {
  public PromptsController(ChoiceWords words) {
    super("post-purchase-prompts", ConfirmationPrompt.class, false, words);
  }

  @Override
  String formView() {
    return "post-purchase/promptForm";
  }
}
