package org.postpurchase.admin.settings;

import org.postpurchase.broadleaf.entity.LoyaltyProgramme;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the merchant edits the loyalty programme and switches it on. */
@Controller
@RequestMapping("/post-purchase-programme")
class ProgrammeController extends SettingsController {
  public ProgrammeController(ChoiceWords words) {
    super("post-purchase-programme", LoyaltyProgramme.class, false, words);
  }

  @Override
  String formView() {
    return "post-purchase/programmeForm";
  }
}
