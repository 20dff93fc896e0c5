package org.postpurchase.admin.settings;

import java.text.NumberFormat;
import java.util.Locale;
import org.postpurchase.broadleaf.entity.LoyaltyReward;
import org.postpurchase.broadleaf.settings.EntityCatalogueReader;
import org.postpurchase.catalogue.ShowCatalogue;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the merchant edits what shoppers can have for points. */
@Controller
@RequestMapping("/post-purchase-rewards")
class RewardsController extends SettingsController {
  private final NameFields names;
  private final ShowCatalogue catalogue;

  public RewardsController(ChoiceWords words, NameFields names, ShowCatalogue catalogue) {
    super("post-purchase-rewards", LoyaltyReward.class, true, words);
    this.names = names;
    this.catalogue = catalogue;
  }

  @Override
  String formView() {
    return "post-purchase/rewardForm";
  }

  @Override
  void annotate(Model model, long id, Locale locale) {
    model.addAttribute("named", names.of(LoyaltyReward.class, id, NameFields.REWARD));
    long taken = catalogue.taken(EntityCatalogueReader.keyOf(id));
    model.addAttribute("taken", NumberFormat.getIntegerInstance(locale).format(taken));
  }

  @Override
  Removal removal(long id, Locale locale) {
    return Removal.meaning("PostPurchase_Remove_Reward", "PostPurchase_Removed_Reward");
  }
}
