package org.postpurchase.demo.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import org.codehaus.jackson.map.ObjectMapper;
import org.postpurchase.demo.launcher.DemoRuntime;
import org.postpurchase.demo.launcher.mailbox.StoredMail;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Everything the built-in mailbox received, to look at and for scripts. Exists in the demo only.
 */
@Controller
class MailboxController {
  /** The mail may look as it likes and its links may be followed, but it runs no script. */
  private static final String SANDBOX =
      "sandbox allow-popups allow-top-navigation-by-user-activation";

  private final ObjectMapper json = new ObjectMapper();

  @RequestMapping(value = "/mailbox", method = RequestMethod.GET)
  String list(@RequestParam(value = "to", required = false) String to, Model model) {
    model.addAttribute("mails", mails(to));
    model.addAttribute("to", to);
    model.addAttribute("refusing", DemoRuntime.mailbox().isRefusing());
    return "demo/mailbox";
  }

  /** Begins or ends an outage of the mail server. */
  @RequestMapping(value = "/mailbox/outage", method = RequestMethod.POST)
  String outage(@RequestParam("on") boolean on) {
    DemoRuntime.mailbox().refuse(on);
    return "redirect:/mailbox";
  }

  @RequestMapping(value = "/mailbox/{id}", method = RequestMethod.GET)
  String mail(@PathVariable("id") long id, Model model, HttpServletResponse response)
      throws IOException {
    Optional<StoredMail> mail = DemoRuntime.mailbox().find(id);
    if (!mail.isPresent()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return null;
    }
    model.addAttribute("mail", mail.get());
    model.addAttribute("pageTitle", mail.get().getSubject());
    return "demo/mail";
  }

  @RequestMapping(value = "/mailbox/{id}/html", method = RequestMethod.GET)
  void html(@PathVariable("id") long id, HttpServletResponse response) throws IOException {
    Optional<StoredMail> mail = DemoRuntime.mailbox().find(id);
    if (!mail.isPresent()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setHeader("Content-Security-Policy", SANDBOX);
    response.setContentType("text/html;charset=UTF-8");
    // Links leave the frame, as they would leave a mail program.
    response.getWriter().write("<base target=\"_top\">" + mail.get().getHtml());
  }

  @RequestMapping(value = "/mailbox.json", method = RequestMethod.GET)
  void json(@RequestParam(value = "to", required = false) String to, HttpServletResponse response)
      throws IOException {
    List<Map<String, Object>> answer = new ArrayList<>();
    for (StoredMail mail : mails(to)) {
      answer.add(asMap(mail));
    }
    response.setContentType("application/json;charset=UTF-8");
    response
        .getOutputStream()
        .write(json.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8));
  }

  private static List<StoredMail> mails(String to) {
    List<StoredMail> mails = new ArrayList<>(DemoRuntime.mailbox().list());
    if (to != null && !to.trim().isEmpty()) {
      mails.removeIf(mail -> mail.getTo().stream().noneMatch(to.trim()::equalsIgnoreCase));
    }
    return mails;
  }

  private static Map<String, Object> asMap(StoredMail mail) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", mail.getId());
    map.put("to", String.join(", ", mail.getTo()));
    map.put("from", mail.getFrom());
    map.put("subject", mail.getSubject());
    map.put("html", mail.getHtml());
    map.put("text", mail.getText());
    map.put("headers", mail.getHeaders());
    map.put("receivedAt", mail.getReceivedAt().toString());
    return map;
  }
}
