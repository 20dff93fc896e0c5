package org.postpurchase.admin.home;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.points.PointsFacts;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.analytics.Figure;
import org.postpurchase.analytics.Figures;
import org.postpurchase.analytics.ReadFigures;
import org.postpurchase.analytics.Sales;
import org.postpurchase.broadleaf.admin.HomeRecord;
import org.postpurchase.broadleaf.admin.PointsRecord;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** The figures. Needs READ on {@link HomeRecord}. */
@Controller
@RequestMapping("/" + HomeController.SECTION)
public class HomeController extends PageController {
  static final String SECTION = "post-purchase-home";

  private final AdminAccess access;
  private final ReadFigures read;
  private final PointsFacts points;

  public HomeController(AdminAccess access, ReadFigures read, PointsFacts points) {
    this.access = access;
    this.read = read;
    this.points = points;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String show(
      @RequestParam(value = "days", defaultValue = "30") String days,
      @RequestParam(value = "anew", defaultValue = "") String anew,
      Locale locale,
      Model model)
      throws SecurityServiceException {
    access.requireRead(HomeRecord.class);
    int chosen = days(days);
    model.addAttribute("home", new HomeView(read.read(chosen, anew.equals("1")), locale));
    model.addAttribute("days", chosen);
    model.addAttribute("periods", ReadFigures.DAYS);
    if (access.may(PointsRecord.class, EntityOperationType.FETCH)) {
      model.addAttribute("owed", points.liability(locale).orElse(null));
    }
    return frame(model, SECTION, "home");
  }

  private static int days(String typed) {
    for (int each : ReadFigures.DAYS) {
      if (String.valueOf(each).equals(typed)) {
        return each;
      }
    }
    return 30;
  }

  /** The same numbers for other programs, this period and the one before. */
  @RequestMapping(value = "/home.csv", method = RequestMethod.GET)
  public void csv(
      @RequestParam(value = "days", defaultValue = "30") String days, HttpServletResponse response)
      throws SecurityServiceException, IOException {
    access.requireRead(HomeRecord.class);
    Figures figures = read.read(days(days), false);
    StringBuilder csv = new StringBuilder("figure,currency,from,to,value,before\r\n");
    String range = "," + figures.period.from + "," + figures.period.until.minusDays(1) + ",";
    for (Figure figure : Figure.values()) {
      csv.append(figure).append(",").append(range);
      csv.append(figures.of(figure)).append(",").append(figures.before(figure)).append("\r\n");
    }
    for (Map.Entry<String, BigDecimal> each : figures.money().entrySet()) {
      BigDecimal before = figures.moneyBefore().getOrDefault(each.getKey(), BigDecimal.ZERO);
      csv.append("MONEY,").append(each.getKey()).append(range);
      csv.append(plain(each.getValue())).append(",").append(plain(before)).append("\r\n");
    }
    csv.append("\r\nfirst_order_month,people,ordered_twice,ordered_three_times\r\n");
    for (Sales.Cohort cohort : figures.cohorts()) {
      csv.append(figures.month(cohort)).append(",").append(cohort.people).append(",");
      csv.append(cohort.twice).append(",").append(cohort.thrice).append("\r\n");
    }
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"home.csv\"");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.getOutputStream().write(csv.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String plain(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }
}
