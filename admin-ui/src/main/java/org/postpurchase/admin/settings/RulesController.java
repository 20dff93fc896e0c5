package org.postpurchase.admin.settings;

import java.util.Locale;
import org.postpurchase.broadleaf.entity.EarningRule;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the merchant edits what points are given for. */
@Controller
@RequestMapping("/post-purchase-earning-rules")
class RulesController extends SettingsController {
  private final NameFields names;

  public RulesController(ChoiceWords words, NameFields names) {
    super("post-purchase-earning-rules", EarningRule.class, true, words);
    this.names = names;
  }

  @Override
  String formView() {
    return "post-purchase/ruleForm";
  }

  @Override
  void annotate(Model model, long id, Locale locale) {
    model.addAttribute("named", names.of(EarningRule.class, id, NameFields.RULE));
  }

  @Override
  Removal removal(long id, Locale locale) {
    return Removal.meaning("PostPurchase_Remove_Rule", "PostPurchase_Removed_Rule");
  }
}
