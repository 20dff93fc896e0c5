package org.postpurchase.admin.settings;

import java.util.Locale;
import org.postpurchase.broadleaf.entity.LoyaltyTier;
import org.postpurchase.broadleaf.settings.JdbcTierReader;
import org.postpurchase.tier.Tiers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the merchant edits the tiers of the programme. */
@Controller
@RequestMapping("/post-purchase-tiers")
class TiersController extends SettingsController {
  private final NameFields names;
  private final Tiers tiers;

  public TiersController(ChoiceWords words, NameFields names, Tiers tiers) {
    super("post-purchase-tiers", LoyaltyTier.class, true, words);
    this.names = names;
    this.tiers = tiers;
  }

  @Override
  String formView() {
    return "post-purchase/tierForm";
  }

  @Override
  void annotate(Model model, long id, Locale locale) {
    model.addAttribute("named", names.of(LoyaltyTier.class, id, NameFields.TIER));
  }

  @Override
  Removal removal(long id, Locale locale) {
    String key = JdbcTierReader.key(id);
    long members =
        tiers.counts().stream()
            .filter(count -> key.equals(count.tierKey))
            .mapToLong(count -> count.members)
            .sum();
    return Removal.meaning("PostPurchase_Remove_Tier", "PostPurchase_Removed_Tier", members);
  }
}
