package org.postpurchase.admin.settings;

import org.postpurchase.broadleaf.entity.ReviewSettings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the merchant says how reviews are asked for, checked and shown, and switches them on. */
@Controller
@RequestMapping("/post-purchase-review-settings")
class ReviewSettingsController extends SettingsController {
  public ReviewSettingsController(ChoiceWords words) {
    super("post-purchase-review-settings", ReviewSettings.class, false, words);
  }

  @Override
  String formView() {
    return "post-purchase/reviewSettingsForm";
  }
}
