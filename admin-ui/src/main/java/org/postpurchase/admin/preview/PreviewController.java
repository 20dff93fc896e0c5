package org.postpurchase.admin.preview;

import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.ExamplePicture;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.broadleaf.admin.MessageRecord;
import org.postpurchase.broadleaf.entity.MessageTemplate;
import org.postpurchase.messaging.RenderedMessage;
import org.postpurchase.order.OrderSnapshot;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.sms.SmsText;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The preview page. Looking needs READ on {@link MessageTemplate}; a real buyer's order is shown
 * only to users who may see messages too.
 */
@Controller
class PreviewController extends PageController {
  private static final String SECTION = "post-purchase-templates";

  private final AdminAccess access;
  private final SavedTemplates templates;
  private final PreviewTemplate preview;
  private boolean smsOn;

  public PreviewController(AdminAccess access, SavedTemplates templates, PreviewTemplate preview) {
    this.access = access;
    this.templates = templates;
    this.preview = preview;
  }

  /** Whether texts may be sent as text messages, so that their length is of interest. */
  public void setSmsOn(boolean newSmsOn) {
    smsOn = newSmsOn;
  }

  /**
   * @param version an earlier wording; 0 for what is saved now
   * @param number a real order; empty for the newest
   */
  @RequestMapping(value = "/post-purchase-messages/preview/{id:\\d+}", method = RequestMethod.GET)
  public String show(
      @PathVariable("id") long id,
      @RequestParam(value = "version", defaultValue = "0") int version,
      @RequestParam(value = "order", defaultValue = "") String number,
      Model model,
      HttpServletResponse response)
      throws SecurityServiceException {
    access.requireRead(MessageTemplate.class);
    Optional<SavedTemplate> saved = templates.find(id);
    Optional<SavedTemplate> template =
        version == 0 ? saved : saved.flatMap(t -> preview.version(t, version));
    if (!template.isPresent()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      model.addAttribute("missing", "PostPurchase_Missing_Template");
      return frame(model, SECTION, "missing");
    }
    boolean mayOrders = access.may(MessageRecord.class, EntityOperationType.FETCH);
    Optional<OrderSnapshot> order = mayOrders ? order(number.trim()) : Optional.empty();
    model.addAttribute("template", template.get());
    model.addAttribute("isEarlier", template.get().getVersion() != saved.get().getVersion());
    model.addAttribute("version", version);
    model.addAttribute("mayOrders", mayOrders);
    model.addAttribute("orderNumber", order.map(o -> o.number).orElse(""));
    model.addAttribute(
        "unknownOrder", mayOrders && !number.trim().isEmpty() && !order.isPresent() ? number : "");
    try {
      RenderedMessage rendered = ExamplePicture.drawnIn(preview.render(template.get(), order));
      model.addAttribute("rendered", rendered);
      if (smsOn) {
        model.addAttribute("sms", SmsText.of(rendered.text.trim()));
      }
    } catch (PostPurchaseException e) {
      model.addAttribute("problem", e.getMessage());
    }
    return frame(model, SECTION, "preview");
  }

  private Optional<OrderSnapshot> order(String number) {
    return number.isEmpty() ? preview.newestOrder() : preview.order(number);
  }
}
