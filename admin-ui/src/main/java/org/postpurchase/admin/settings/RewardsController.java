package org.postpurchase.admin.settings;

import org.postpurchase.broadleaf.entity.LoyaltyReward;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the merchant edits what shoppers can have for points. */
@Controller
@RequestMapping("/post-purchase-rewards")
public class RewardsController extends SettingsController {
  public RewardsController(ChoiceWords words) {
    super("post-purchase-rewards", LoyaltyReward.class, true, words);
  }

  @Override
  String formView() {
    return "post-purchase/rewardForm";
  }
}
