package org.postpurchase.admin.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.broadleaf.admin.DeliveryRecord;
import org.postpurchase.broadleaf.config.ChannelsOfShop;
import org.postpurchase.broadleaf.config.FeedbackParts;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.broadleaf.config.SmsParts;
import org.postpurchase.feedback.MailEvents;
import org.postpurchase.feedback.ProviderEvent;
import org.postpurchase.sms.SmsCallbacks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What providers report, how they reach the shop, and what the DNS says about its domain. Looking
 * needs READ on {@link DeliveryRecord}, the addresses that providers call UPDATE. Changes nothing;
 * the DNS is asked only when somebody wants it.
 */
@Controller
@RequestMapping("/" + DeliveryController.SECTION)
class DeliveryController extends PageController {
  static final String SECTION = "post-purchase-delivery";
  private static final int EVENTS = 50;
  private static final Duration COUNTED = Duration.ofDays(30);
  private static final Pattern SELECTOR =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");

  private final AdminAccess access;
  private final Infrastructure base;
  private final FeedbackParts feedback;
  private final SmsParts sms;
  private final ChannelsOfShop channels;

  public DeliveryController(
      AdminAccess access,
      Infrastructure base,
      FeedbackParts feedback,
      SmsParts sms,
      ChannelsOfShop channels) {
    this.access = access;
    this.base = base;
    this.feedback = feedback;
    this.sms = sms;
    this.channels = channels;
  }

  /**
   * @param check whether to ask the DNS
   * @param typed selector of the DKIM key; empty for the one that is set
   */
  @RequestMapping(value = "", method = RequestMethod.GET)
  public String show(
      @RequestParam(value = "check", defaultValue = "false") boolean check,
      @RequestParam(value = "selector", defaultValue = "") String typed,
      Locale locale,
      Model model)
      throws SecurityServiceException {
    access.requireRead(DeliveryRecord.class);
    boolean mayEdit = access.may(DeliveryRecord.class, EntityOperationType.UPDATE);
    Moments moments = new Moments(base.shop.zone, locale);
    String domain = channels.getSenderDomain();
    String selector = typed.trim().isEmpty() ? feedback.dkimSelector : typed.trim();
    boolean usable = selector.isEmpty() || SELECTOR.matcher(selector).matches();
    model.addAttribute("domain", domain);
    model.addAttribute("selector", selector);
    model.addAttribute("badSelector", !usable);
    if (check && usable && !domain.isEmpty()) {
      model.addAttribute("findings", feedback.domains.of(domain, selector));
    }
    model.addAttribute("smsOn", sms.settings.isOn());
    model.addAttribute("smsFrom", from());
    model.addAttribute("inbound", SmsCallbacks.inbound(sms.settings));
    model.addAttribute("mayEdit", mayEdit);
    model.addAttribute("providers", providers(mayEdit));
    List<EventRow> rows = new ArrayList<>();
    Map<String, Long> counts = new LinkedHashMap<>();
    base.transactions.run(
        () -> {
          feedback.events.newest(EVENTS).forEach(e -> rows.add(new EventRow(e, moments)));
          feedback
              .events
              .countsSince(base.clock.instant().minus(COUNTED))
              .forEach((kind, count) -> counts.put(kind.name(), count));
        });
    model.addAttribute("rows", rows);
    model.addAttribute("counts", counts);
    model.addAttribute("forged", counts.containsKey(ProviderEvent.Kind.FORGED.name()));
    model.addAttribute(
        "confirmations",
        mayEdit
            ? rows.stream().filter(EventRow::isConfirmation).collect(Collectors.toList())
            : new ArrayList<>());
    model.addAttribute("zone", base.shop.zone.getId());
    return frame(model, SECTION, "delivery");
  }

  private String from() {
    return sms.settings.service.isEmpty() ? sms.settings.from : sms.settings.service;
  }

  /** By provider, the address to enter there; without it for whoever may only look. */
  private Map<String, String> providers(boolean mayEdit) {
    Map<String, String> providers = new LinkedHashMap<>();
    for (MailEvents each : feedback.providers) {
      String name = each.provider();
      providers.put(name, mayEdit ? feedback.address(name) : "");
    }
    return providers;
  }
}
