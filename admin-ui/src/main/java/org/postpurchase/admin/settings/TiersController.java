package org.postpurchase.admin.settings;

import org.postpurchase.broadleaf.entity.LoyaltyTier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the merchant edits the tiers of the programme. */
@Controller
@RequestMapping("/post-purchase-tiers")
public class TiersController extends SettingsController {
  public TiersController(ChoiceWords words) {
    super("post-purchase-tiers", LoyaltyTier.class, true, words);
  }

  @Override
  String formView() {
    return "post-purchase/tierForm";
  }
}
