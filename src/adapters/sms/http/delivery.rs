//! How far a message has come, by the rules of the table.

use reqwest::Request;
use reqwest::header::{HeaderName, HeaderValue};
use serde_json::{Value, json};
use url::Url;

use super::super::answer::GatewayAnswer;
use super::super::delivery::moment;
use super::super::endpoint::Endpoint;
use super::render::TemplateError;
use super::template::{Auth, DeliveryTemplate, TemplatePlace, uses};
use super::templated::Templated;
use crate::domain::phone::Phone;
use crate::ports::DeliveryState;

impl DeliveryTemplate {
    /// Checks that every rule can be applied.
    pub(super) fn check(&self) -> Result<(), TemplateError> {
        for (name, rule) in [("pending", &self.pending), ("delivered", &self.delivered), ("failed", &self.failed)] {
            rule.check_some(&format!("delivery.{name}"))?;
        }
        self.at.iter().try_for_each(|extract| extract.check("delivery.at"))?;
        self.reason.iter().try_for_each(|extract| extract.check("delivery.reason"))
    }

    pub(super) fn interpret(&self, answer: &GatewayAnswer) -> DeliveryState {
        let json = answer.json();
        let json = json.as_ref();
        let holds =
            |rule: &super::template::Condition| answer.whole && answer.status == 200 && rule.holds(answer, json);
        if holds(&self.delivered) {
            let at = self.at.as_ref().and_then(|at| at.take(answer, json));
            return DeliveryState::Delivered { at: at.and_then(|at| moment(&at)) };
        }
        if holds(&self.failed) {
            let reason = self.reason.as_ref().and_then(|reason| reason.take(answer, json)).unwrap_or_default();
            return DeliveryState::Failed { reason };
        }
        if holds(&self.pending) { DeliveryState::OnItsWay } else { DeliveryState::Unknown }
    }
}

impl Templated {
    /// The request that asks for the state of a message.
    ///
    /// # Errors
    /// [`TemplateError`].
    pub(super) fn ask_delivery(
        &self,
        template: &DeliveryTemplate,
        endpoint: &Endpoint,
        id: &str,
        to: &Phone,
    ) -> Result<Request, TemplateError> {
        let url = match &template.url {
            Some(source) => {
                let text =
                    self.renderer.text("delivery.url", source, &self.delivery_variables(None, endpoint, id, to))?;
                Url::parse(&text).map_err(|error| TemplateError::new("delivery.url", error))?
            }
            None => endpoint.url.clone(),
        };
        // The secret goes to the gateway alone.
        if url.origin() != endpoint.url.origin() {
            return Err(TemplateError::new("delivery.url", "another host than that of sms.url"));
        }
        let mut request = match &template.form {
            None => endpoint.client.get(url),
            Some(form) => {
                let variables = self.delivery_variables(Some(TemplatePlace::Body), endpoint, id, to);
                endpoint.client.post(url).form(&self.fields("delivery.form", form, &variables)?)
            }
        };
        let secret = self.secret.as_ref().map_or("", |secret| secret.0.as_str());
        request = match self.template.auth {
            Auth::Basic => request.basic_auth(self.user.as_deref().unwrap_or_default(), Some(secret)),
            Auth::Bearer => request.bearer_auth(secret),
            Auth::None | Auth::Header | Auth::Query | Auth::Body => request,
        };
        let mut request = request.build().map_err(|error| TemplateError::new("delivery", error.without_url()))?;
        let variables = self.delivery_variables(Some(TemplatePlace::Header), endpoint, id, to);
        for (name, source) in &self.template.headers {
            let place = format!("headers.{name}");
            let filled = self.renderer.text(&place, source, &variables)?;
            let name = HeaderName::from_bytes(name.as_bytes()).map_err(|error| TemplateError::new(&place, error))?;
            let value = HeaderValue::from_bytes(filled.as_bytes());
            let mut value = value.map_err(|error| TemplateError::new(&place, error))?;
            value.set_sensitive(uses(source, "secret"));
            request.headers_mut().insert(name, value);
        }
        Ok(request)
    }

    fn delivery_variables(&self, place: Option<TemplatePlace>, endpoint: &Endpoint, id: &str, to: &Phone) -> Value {
        let mut address = endpoint.url.clone();
        address.set_query(None);
        let mut variables = json!({
            "id": id,
            "to_digits": to.digits(),
            "address": address.as_str(),
            "origin": endpoint.url.origin().ascii_serialization(),
        });
        if let Some(user) = &self.user {
            variables["user"] = user.as_str().into();
        }
        if let (true, Some(secret)) = (place.is_some() && self.template.auth.place() == place, &self.secret) {
            variables["secret"] = secret.0.as_str().into();
        }
        variables
    }
}
