package org.postpurchase.admin.settings;

import org.postpurchase.broadleaf.entity.EarningRule;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the merchant edits what points are given for. */
@Controller
@RequestMapping("/post-purchase-earning-rules")
public class RulesController extends SettingsController {
  public RulesController(ChoiceWords words) {
    super("post-purchase-earning-rules", EarningRule.class, true, words);
  }

  @Override
  String formView() {
    return "post-purchase/ruleForm";
  }
}
