package org.postpurchase.demo.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.demo.launcher.DemoRuntime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the shop's time and moves it forward. Exists in the demo only. */
@Controller
class ClockController extends ScriptController {
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH);

  @Autowired private TimeTravel timeTravel;

  private final Object oneAtATime = new Object();

  @RequestMapping(value = "/clock", method = RequestMethod.GET)
  String show(HttpServletRequest request, HttpServletResponse response, Model model)
      throws IOException {
    return wantsPage(request) ? page(model) : answer(response);
  }

  @RequestMapping(value = "/clock", method = RequestMethod.POST)
  String advance(
      @RequestParam(value = "advance", required = false) String advance,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws IOException {
    try {
      Advance step = Advance.parse(advance);
      synchronized (oneAtATime) {
        timeTravel.to(step.from(DemoRuntime.clock().instant()));
      }
    } catch (IllegalArgumentException e) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      if (!wantsPage(request)) {
        return write(response, "text/plain", e.getMessage() + "\n");
      }
      model.addAttribute("error", e.getMessage());
      return page(model);
    }
    return wantsPage(request) ? "redirect:/clock" : answer(response);
  }

  /** Browsers name HTML in their Accept header; scripts get JSON. */
  private static boolean wantsPage(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null && accept.contains("text/html");
  }

  private static String page(Model model) {
    Instant now = DemoRuntime.clock().instant();
    model.addAttribute("now", now);
    model.addAttribute("nowInWords", WORDS.format(now.atZone(ZoneOffset.UTC)));
    return "demo/clock";
  }

  private static String answer(HttpServletResponse response) throws IOException {
    return write(
        response, "application/json", "{\"now\":\"" + DemoRuntime.clock().instant() + "\"}");
  }

  private static String write(HttpServletResponse response, String type, String text)
      throws IOException {
    response.setContentType(type + ";charset=UTF-8");
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    return null;
  }
}
