package org.postpurchase.admin.home;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.analytics.Period;
import org.postpurchase.analytics.ReadFigures;
import org.postpurchase.broadleaf.admin.HomeRecord;
import org.postpurchase.broadleaf.admin.MessageRecord;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.click.ClickStore;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The clicks behind a number of Home. Needs READ on {@link HomeRecord}, and on {@link
 * MessageRecord} since it names people.
 */
@Controller
@RequestMapping("/" + ClicksController.PATH)
public class ClicksController extends PageController {
  static final String PATH = HomeController.SECTION + "/clicks";
  private static final int SHOWN_MAX = 200;

  private final AdminAccess access;
  private final ClickStore store;
  private final Infrastructure base;

  public ClicksController(AdminAccess access, ClickStore store, Infrastructure base) {
    this.access = access;
    this.store = store;
    this.base = base;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String show(
      @RequestParam(value = "series", defaultValue = "") String series,
      @RequestParam(value = "step", defaultValue = "") String step,
      @RequestParam(value = "days", defaultValue = "30") String days,
      Locale locale,
      Model model)
      throws SecurityServiceException {
    access.requireRead(HomeRecord.class);
    access.requireRead(MessageRecord.class);
    long id = series.matches("\\d{1,18}") ? Long.parseLong(series) : 0;
    ZoneId zone = base.shop.zone;
    Instant now = base.clock.instant();
    int chosen = ReadFigures.chosen(days.matches("\\d{1,3}") ? Integer.parseInt(days) : 0);
    Period period = Period.lastDays(chosen, now, zone);
    Moments moments = new Moments(zone, locale);
    List<ClickRow> rows =
        base
            .transactions
            .call(() -> store.newest(id, step, period.start(), period.end(), SHOWN_MAX))
            .stream()
            .map(click -> new ClickRow(click, moments))
            .collect(Collectors.toList());
    model.addAttribute("rows", rows);
    model.addAttribute("most", SHOWN_MAX);
    model.addAttribute("days", chosen);
    return frame(model, HomeController.SECTION, "clicks");
  }
}
