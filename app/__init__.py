"""The Flask application: requests, people, storage."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flask import Flask

from app import config as settings

TEMPLATES = Path(__file__).parent.parent / "templates"


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """Build the application; ``config`` overrides what defaults and environment say."""
    app = Flask(__name__, template_folder=str(TEMPLATES))
    instance = Path(app.instance_path)
    instance.mkdir(parents=True, exist_ok=True)
    app.config.from_mapping(settings.defaults())
    app.config.from_mapping(config if config is not None else settings.from_environment(instance))

    _bind_extensions(app)
    _register_features(app)
    return app


def _bind_extensions(app: Flask) -> None:
    from app import cli, errors, extensions, pages, permissions
    from app.languages import choose_language

    extensions.db.init_app(app)
    extensions.migrate.init_app(app, extensions.db, directory=str(TEMPLATES.parent / "migrations"))
    extensions.babel.init_app(app, locale_selector=choose_language)
    extensions.bootstrap.init_app(app)
    extensions.compress.init_app(app)
    extensions.csrf.init_app(app)
    extensions.login_manager.init_app(app)
    permissions.init_app(app)
    errors.init_app(app)
    pages.init_app(app)
    cli.init_app(app)


def _register_features(app: Flask) -> None:
    from app.accounts.views import accounts
    from app.authoring.views import authoring
    from app.calculators.views import calculators
    from app.classes.views import classes
    from app.home.views import home
    from app.practice.views import practice
    from app.study.views import study

    app.register_blueprint(home)
    app.register_blueprint(practice, url_prefix="/practice")
    app.register_blueprint(study, url_prefix="/study")
    app.register_blueprint(calculators, url_prefix="/calculators")
    app.register_blueprint(accounts, url_prefix="/account")
    app.register_blueprint(classes, url_prefix="/classes")
    app.register_blueprint(authoring, url_prefix="/questions")
