package org.postpurchase.admin.service;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.broadleaf.admin.ServiceRecord;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.broadleaf.config.ServiceParts;
import org.postpurchase.service.ServiceSettings;
import org.postpurchase.service.ServiceSettingsStore;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Transactions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * When cases are opened, when they are due, and how the shop is reached. Looking needs READ on
 * {@link ServiceRecord}, saving UPDATE; of two who save at once, the first one wins.
 */
@Controller
@RequestMapping("/" + ServiceController.SECTION)
class ServiceController extends PageController {
  static final String SECTION = "post-purchase-service";

  private final AdminAccess access;
  private final ServiceSettingsStore store;
  private final AuditLog audit;
  private final Transactions transactions;
  private final Clock clock;
  private final Shop shop;

  public ServiceController(AdminAccess access, Infrastructure base, ServiceParts service) {
    this.access = access;
    store = service.settings;
    audit = base.audit;
    transactions = base.transactions;
    clock = base.clock;
    shop = base.shop;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String show(Model model) throws SecurityServiceException {
    access.requireRead(ServiceRecord.class);
    if (!model.containsAttribute("settings")) {
      model.addAttribute("settings", ServiceForm.of(transactions.call(store::read)));
    }
    model.addAttribute("mayEdit", access.may(ServiceRecord.class, EntityOperationType.UPDATE));
    model.addAttribute("zone", shop.zone.getId());
    return frame(model, SECTION, "service");
  }

  @RequestMapping(value = "", method = RequestMethod.POST)
  public String save(HttpServletRequest request, RedirectAttributes redirect)
      throws SecurityServiceException {
    access.require(
        ServiceRecord.class, EntityOperationType.UPDATE, "save service settings", "service");
    Map<String, String> typed = new LinkedHashMap<>();
    for (String field : ServiceForm.FIELDS) {
      typed.put(field, request.getParameter(field));
    }
    for (int day = 1; day <= 7; day++) {
      typed.put("day" + day, request.getParameter("day" + day));
    }
    typed.put("edition", request.getParameter("edition"));
    ServiceForm form = new ServiceForm(typed);
    boolean saved =
        transactions.call(
            () -> {
              ServiceSettings next = form.settings(store.read(), clock.instant(), shop.zone);
              boolean done = form.problems().isEmpty() && store.save(next);
              if (done) {
                audit.done(
                    access.actor(), "save service settings", "service", "active=" + next.active);
              }
              return done;
            });
    if (!saved) {
      redirect.addFlashAttribute("settings", typed);
      redirect.addFlashAttribute("problems", form.problems());
    }
    String words = saved ? "Saved" : form.problems().isEmpty() ? "Changed" : "NotSaved";
    tell(redirect, saved, "PostPurchase_ServiceSettings_Flash_" + words);
    return "redirect:/" + SECTION;
  }
}
