package org.postpurchase.admin.settings;

import org.postpurchase.broadleaf.entity.MessageTemplate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the merchant edits the mails. */
@Controller
@RequestMapping("/post-purchase-templates")
public class TemplatesController extends SettingsController {
  public TemplatesController() {
    super("post-purchase-templates", MessageTemplate.class);
  }

  @Override
  String formView() {
    return "post-purchase/templateForm";
  }
}
