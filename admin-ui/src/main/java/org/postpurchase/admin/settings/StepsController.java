package org.postpurchase.admin.settings;

import java.util.Locale;
import org.postpurchase.broadleaf.entity.SeriesStep;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the merchant edits the steps of all series. */
@Controller
@RequestMapping("/post-purchase-steps")
class StepsController extends SettingsController {
  private final SeriesFacts facts;

  public StepsController(ChoiceWords words, SeriesFacts facts) {
    super("post-purchase-steps", SeriesStep.class, true, words);
    this.facts = facts;
  }

  @Override
  String formView() {
    return "post-purchase/stepForm";
  }

  @Override
  void annotate(Model model, long id, Locale locale) {
    facts.ofStep(id, locale).ifPresent(series -> model.addAttribute("series", series));
  }

  @Override
  Removal removal(long id, Locale locale) {
    return Removal.meaning("PostPurchase_Remove_Step", "PostPurchase_Removed_Step");
  }
}
