package org.postpurchase.admin.settings;

import java.util.Locale;
import org.postpurchase.broadleaf.entity.LoyaltyTier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the merchant edits the tiers of the programme. */
@Controller
@RequestMapping("/post-purchase-tiers")
public class TiersController extends SettingsController {
  private final NameFields names;

  public TiersController(ChoiceWords words, NameFields names) {
    super("post-purchase-tiers", LoyaltyTier.class, true, words);
    this.names = names;
  }

  @Override
  String formView() {
    return "post-purchase/tierForm";
  }

  @Override
  void annotate(Model model, long id, Locale locale) {
    model.addAttribute("named", names.of(LoyaltyTier.class, id, NameFields.TIER));
  }
}
